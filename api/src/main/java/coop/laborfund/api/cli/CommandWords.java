package coop.laborfund.api.cli;

import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/** What commands say, in both languages; and as picocli asks for it, the descriptions of commands and options. */
final class CommandWords extends ResourceBundle {

    private CommandWords() {}

    static Words of(String key, @Nullable Object... arguments) {
        return Words.of(Area.COMMANDS, key, arguments);
    }

    /** Both languages on one line. */
    static String together(String key, @Nullable Object... arguments) {
        return of(key, arguments).together();
    }

    /** The heading of a table's column. */
    static String heading(String column) {
        return together("column." + column);
    }

    /** Gives a command its descriptions when its help is asked for: every other run does without them. */
    static Help help(CommandSpec command, ColorScheme colors) {
        return new Help(command.resourceBundle(new CommandWords()), colors);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return Area.COMMANDS.keys().contains(key) ? of(key).dotted() : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(Area.COMMANDS.keys());
    }
}

package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.words.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What commands say is in their files, and nothing else is. */
class CommandWordsTest {

    private static final Path COMMANDS = Path.of("src", "main", "java", "coop", "laborfund", "api", "cli");
    private static final Pattern SAID = Pattern.compile("CommandWords\\.(?:of|together)\\(\\s*\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("CommandWords\\.heading\\(\\s*(\"[^\"]+\")");
    private static final Pattern TABLE = Pattern.compile("new TextTable\\(([^;]*)\\);");
    private static final Pattern COLUMN = Pattern.compile("\">?([^\"]+)\"");

    /** Picocli has words for the first two of its own, and the last lists its values. */
    private static final Set<String> OF_PICOCLI = Set.of("help", "version", "format");

    @Test
    void everyKeyIsUsedAndEveryUseHasItsWords() throws IOException {
        Set<String> used = new TreeSet<>();
        describe(RootCommand.commandLine(), used);
        assertThat(used).as("descriptions").hasSizeGreaterThan(40);
        try (Stream<Path> sources = Files.list(COMMANDS)) {
            for (Path source : sources.toList()) {
                String text = Files.readString(source);
                SAID.matcher(text).results().map(said -> said.group(1)).forEach(used::add);
                Stream.concat(
                                TABLE.matcher(text).results(),
                                HEADING.matcher(text).results())
                        .flatMap(columns -> COLUMN.matcher(columns.group(1)).results())
                        .forEach(column -> used.add("column." + column.group(1)));
            }
        }
        assertThat(Area.COMMANDS.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void helpHasTheDescriptionsInBothLanguages() {
        CommandLine commands = RootCommand.commandLine();

        assertThat(commands.getUsageMessage()).contains("各科目余额 · every account's balance");
        assertThat(help(commands, "balances"))
                .startsWith("Usage: laborfund balances")
                .contains("各科目余额 · every account's balance", "基金编号 · the fund", "TABLE, JSON, CSV, XLSX");
        assertThat(help(commands, "import"))
                .contains("流水表 CSV 或 xlsx · movements files, CSV or xlsx", "Show this help message and exit.");
    }

    private static String help(CommandLine commands, String name) {
        return Objects.requireNonNull(commands.getSubcommands().get(name)).getUsageMessage();
    }

    /** The keys by which picocli finds what a command and its parts are: with the command's name before them, or without. */
    private static void describe(CommandLine command, Set<String> used) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.name().equals("generate-completion")) {
            return;
        }
        String name = spec.qualifiedName(".");
        used.add(name + ".usage.description");
        Stream<String> options =
                spec.options().stream().map(OptionSpec::longestName).map(CommandWordsTest::bare);
        Stream<String> parameters = spec.positionalParameters().stream().map(files -> files.descriptionKey());
        Stream.concat(options, parameters)
                .filter(part -> !OF_PICOCLI.contains(part))
                .forEach(part -> used.add(Area.COMMANDS.keys().contains(name + "." + part) ? name + "." + part : part));
        command.getSubcommands().values().forEach(under -> describe(under, used));
    }

    private static String bare(String option) {
        return option.substring(2);
    }
}

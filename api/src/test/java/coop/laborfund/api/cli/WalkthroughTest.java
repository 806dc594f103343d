package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.docs.CheckedText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's walkthrough prints what README says: its {@code console} blocks are run, one after another, on an empty ledger. */
class WalkthroughTest {

    private static final CheckedText README = new CheckedText(Path.of("../README.md"), WalkthroughTest.class);
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PROMPT = "$ java -jar api/target/laborfund.jar ";

    @TempDir
    private Path data = Path.of("");

    @Test
    void printsWhatTheReadmeSays() throws IOException {
        String readme = README.read();
        assertThat(BLOCK.matcher(readme).results()).isNotEmpty();

        // Held, so that each command joins a running database instead of starting one.
        try (PostgresAccess held = PostgresAccess.embedded(data)) {
            README.holds(BLOCK.matcher(readme).replaceAll(this::rerun));
        }
    }

    @Test
    void everyCommandStandsInTheReadme() throws IOException {
        String readme = README.read();

        assertThat(RootCommand.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("\n| `" + command));
    }

    private String rerun(MatchResult block) {
        List<String> lines = new ArrayList<>();
        block.group(1).lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            assertThat(line).startsWith(PROMPT);
            lines.add(line);
            lines.addAll(printed(line.substring(PROMPT.length())));
        });
        return Matcher.quoteReplacement("```console\n" + String.join("\n", lines) + "\n```");
    }

    /** What a reader sees on the terminal, results and messages in their order. */
    private List<String> printed(String line) {
        List<String> arguments = new ArrayList<>(Arrays.stream(line.split(" ", -1))
                .map(WalkthroughTest::fromThisFolder)
                .toList());
        arguments.addAll(1, List.of("--data", data.toString()));
        StringWriter terminal = new StringWriter();
        PrintWriter writer = new PrintWriter(terminal);
        RootCommand.commandLine().setOut(writer).setErr(writer).execute(arguments.toArray(String[]::new));
        writer.flush();
        return terminal.toString().lines().map(String::stripTrailing).toList();
    }

    private static String fromThisFolder(String argument) {
        Path file = Path.of("..", argument);
        return argument.contains("/") && Files.exists(file) ? file.toString() : argument;
    }
}

package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportProgress;
import coop.laborfund.api.importing.ImportProgress.Stage;
import coop.laborfund.api.testing.Programs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {

    private static final String ERASE = "\r\u001B[K";
    private static final String FULL = "#".repeat(30);
    private static final String EMPTY = "-".repeat(30);

    private final StringWriter said = new StringWriter();
    private final ProgressBar bar = new ProgressBar(new PrintWriter(said));

    @TempDir
    private Path folder;

    @Test
    void saysHowFarItIs() {
        assertThat(shown(Stage.READING, "流水.csv", 0, 200)).isEqualTo(ERASE + "读取 reading 流水.csv [" + EMPTY + "] 0%");
        assertThat(shown(Stage.CHECKING, "流水.csv", 100, 200))
                .isEqualTo(ERASE + "检查 checking 流水.csv [" + "#".repeat(15) + "-".repeat(15) + "] 50%");
        assertThat(shown(Stage.CHECKING, "流水.csv", 101, 200)).as("nothing new").isEmpty();
        assertThat(shown(Stage.CHECKING, "流水.csv", 200, 200))
                .isEqualTo(ERASE + "检查 checking 流水.csv [" + FULL + "] 100%");
        assertThat(shown(Stage.RECORDING, "流水.csv", 199, 200))
                .isEqualTo(ERASE + "记录 recording 流水.csv [" + "#".repeat(29) + "-] 99%");
        assertThat(shown(Stage.READING, "流水.csv", 5, 0)).endsWith("] 0%");
    }

    @Test
    void leavesNothingOnTheLine() {
        shown(Stage.RECORDING, "流水.csv", 1, 2);
        assertThat(shown(Stage.RECORDING, "流水.csv", 2, 2)).isEqualTo(ERASE);

        shown(Stage.CHECKING, "流水.csv", 2, 2);
        ProgressBar.clear(bar);
        assertThat(line(said.toString())).isEmpty();
    }

    @Test
    void eachLineTakesThePlaceOfALongerOne() {
        shown(Stage.RECORDING, "一个很长的名字.csv", 1, 2);
        shown(Stage.READING, "b", 0, 2);

        assertThat(line(said.toString())).isEqualTo("读取 reading b [" + EMPTY + "] 0%");
    }

    /** What wraps cannot be taken back. */
    @Test
    void fitsOnOneLineWhateverTheNameIs() {
        for (String name : List.of("流水".repeat(100), "a".repeat(250), "𠮷".repeat(40))) {
            for (Stage stage : Stage.values()) {
                String line = line(shown(stage, name, 99, 100));
                assertThat(line.codePoints()
                                .map(point -> point < 0x1100 ? 1 : 2)
                                .sum())
                        .isLessThan(80);
                assertThat(line).contains("… [");
            }
        }
        assertThat(shown(Stage.READING, "\u001B[2J\n.csv", 0, 1)).contains(" ?[2J?.csv [");
    }

    @Test
    void isThereOnATerminalOnly() throws Exception {
        Programs.require("script");
        String file = Files.writeString(
                        folder.resolve("many.csv"), "ref,type,memo\n" + "R1,无此业务,一行不完整的流水\n".repeat(20_000))
                .toString();
        String data = folder.resolve("data").toString();
        String java = "'%s' -cp '%s' -Dlaborfund.postgres.program='%s' coop.laborfund.api.LaborFund"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        System.getProperty("laborfund.postgres.program", "target/postgres-program"));
        String imports = java + " import --dry-run '" + file + "' --data '" + data + "'";
        Path errors = folder.resolve("errors");

        String terminal = output("script", "-qec", imports + " | head -c 1000", "/dev/null");
        String piped = output("script", "-qec", imports + " 2>'" + errors + "'", "/dev/null");

        assertThat(terminal).contains(ERASE + "读取 reading many.csv [", ERASE + "many.csv 第 2 行");
        assertThat(piped).doesNotContain("\u001B", "[#");
        assertThat(Files.readString(errors)).contains("many.csv 第 2 行").doesNotContain("\u001B", "[#");
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** What is printed because of it. */
    private String shown(Stage stage, String file, long done, long total) {
        int before = said.toString().length();
        ((ImportProgress) bar).at(stage, file, done, total);
        return said.toString().substring(before);
    }

    /** What stands on a terminal's line after all that. */
    private static String line(String printed) {
        StringBuilder line = new StringBuilder();
        int column = 0;
        String rest = printed;
        while (!rest.isEmpty()) {
            if (rest.startsWith("\r")) {
                column = 0;
                rest = rest.substring(1);
            } else if (rest.startsWith("\u001B[K")) {
                line.setLength(column);
                rest = rest.substring(3);
            } else {
                line.replace(column, Math.min(line.length(), column + 1), rest.substring(0, 1));
                column++;
                rest = rest.substring(1);
            }
        }
        return line.toString();
    }
}

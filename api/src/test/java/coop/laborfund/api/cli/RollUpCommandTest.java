package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code rollup} as it is typed, on three funds of two townships, one of which lost what was put in. */
class RollUpCommandTest {

    @TempDir
    private static Path folder = Path.of("");

    private static List<PostgresAccess> held = List.of();

    /** What a command line printed and how it ended. */
    record Ran(int status, String out, String err) {}

    @BeforeAll
    static void record() throws Exception {
        held = List.of(PostgresAccess.embedded(folder.resolve("data")));
        StringBuilder csv = new StringBuilder("ref,date,fund,type,party,amount,size,name,month\n");
        List<String> villages = List.of("532527100200", "532527100201", "532527101200");
        for (int i = 0; i < villages.size(); i++) {
            csv.append("R0,2024-01-02,F%d,OPEN_FUND,%s,,,示例,\n".formatted(i, villages.get(i)));
            csv.append("R1,2024-01-03,F%d,ADMIT_HOUSEHOLD,H1,,3,示例户,\n".formatted(i));
            csv.append("R2,2024-01-04,F%d,INVEST_SHARES,H1,5000,,,\n".formatted(i));
        }
        csv.append("R3,2024-02-01,F2,PAY_EXPENSE,,1000,,,\n");
        Path file = Files.writeString(folder.resolve("流水.csv"), csv);
        Ran ran = run("import", file.toString());
        assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.DONE);
    }

    @AfterAll
    static void letGo() {
        held.forEach(PostgresAccess::close);
    }

    @Test
    void theWorstPlaceStandsFirstAndTheTotalLast() {
        Ran ran = run("rollup", "--division", "532527", "--as-of", "2024-06-30");
        assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.DONE);
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("532527101 ").contains("5000.00", "1000.00");
        assertThat(lines.get(2)).startsWith("532527100 ").contains("10000.00", "0.00");
        assertThat(lines.get(3)).startsWith("合计").contains("15000.00");
    }

    @Test
    void aFundIsToldByItsHouseholds() {
        Ran ran = run("rollup", "--fund", "F2", "--as-of", "2024-06-30");
        assertThat(ran.out()).contains("H1 ", "无人就业", "F2 ");
        assertThat(run("rollup", "--fund", "F9").status()).isEqualTo(ExitStatus.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "--division 532,“532”不是区划代码,is no division code",
        "--division x,不是区划代码,is no division code",
        "--division 53 --fund F1,只能给一个,not both",
        "--format xlsx,--out,--out"
    })
    void whatIsNoDivisionIsRefusedInBothLanguages(String options, String chinese, String english) {
        List<String> line = new ArrayList<>(List.of("rollup"));
        line.addAll(List.of(options.split(" ")));
        Ran ran = run(line.toArray(String[]::new));
        assertThat(ran.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(ran.err()).contains(chinese, english);
    }

    private static Ran run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--data", folder.resolve("data").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = RootCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }
}

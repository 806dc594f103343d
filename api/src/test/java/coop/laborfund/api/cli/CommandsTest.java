package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.InventedHistory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as they are typed, on a data directory of their own. */
class CommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder = Path.of("");

    private static List<PostgresAccess> held = List.of();

    /** What a command line printed and how it ended. */
    record Ran(int status, String out, String err) {}

    /** Held over all tests, so that each command joins a running database instead of starting one. */
    @BeforeAll
    static void importHistory() throws Exception {
        held = List.of(PostgresAccess.embedded(data()));
        Path file = Files.writeString(folder.resolve("流水.csv"), InventedHistory.csv(3, 6, 2022, 2));
        assertThat(run("import", "--accept-valid", file.toString()).status()).isEqualTo(ExitStatus.REFUSED);
    }

    @AfterAll
    static void letGo() {
        held.forEach(PostgresAccess::close);
    }

    @Test
    void rebuildChangesNoAnswer() {
        List<String> before = answers();

        assertThat(run("rebuild").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("rebuild", "journal", "labor").status()).isEqualTo(ExitStatus.DONE);

        assertThat(answers()).isEqualTo(before);
    }

    private static List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (String day : List.of("2022-06-30", "2022-12-31", "2023-12-31")) {
            answers.add(run("balances", "--fund", "F1", "--as-of", day, "--format", "json")
                    .out());
            answers.add(run("balances", "--fund", "F1", "--as-of", day, "--known-at", "90", "--format", "csv")
                    .out());
            answers.add(run(
                            "guarantees",
                            "--fund",
                            "F1",
                            "--year",
                            "2022",
                            "--as-of",
                            day,
                            "--evidence",
                            "--format",
                            "json")
                    .out());
        }
        answers.add(run("funds", "--json").out());
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isNotEmpty());
        return answers;
    }

    @Test
    void balancesAreTheSameInEveryFormat() throws Exception {
        JsonNode json = JSON.readTree(
                run("balances", "--fund", "F1", "--format", "json").out());
        List<String> csv =
                run("balances", "--fund", "F1", "--format", "csv").out().lines().toList();
        String table = run("balances", "--fund", "F1").out();

        assertThat(csv.getFirst()).isEqualTo("account,sub,name,balance");
        assertThat(json.get("accounts").size()).isEqualTo(csv.size() - 1).isPositive();
        for (int i = 0; i < csv.size() - 1; i++) {
            JsonNode account = json.get("accounts").get(i);
            assertThat(csv.get(i + 1))
                    .isEqualTo(String.join(
                            ",",
                            account.get("account").asString(),
                            account.get("sub").asString(),
                            account.get("name").asString(),
                            account.get("balance").asString()));
            assertThat(table).contains(account.get("balance").asString());
        }
        assertThat(json.get("debit")).isEqualTo(json.get("credit"));
    }

    @Test
    void everyFormatReachesStandardOutputWhole() {
        for (String format : List.of("table", "json", "csv")) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintStream before = System.out;
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                RootCommand.run("balances", "--data", data().toString(), "--fund", "F1", "--format", format);
            } finally {
                System.setOut(before);
            }
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .isEqualTo(
                            run("balances", "--fund", "F1", "--format", format).out())
                    .isNotEmpty();
        }
    }

    @Test
    void journalsAndTablesComeInEveryFormat() throws Exception {
        assertThat(run("journal", "--fund", "F1").out()).contains("account 资产:102银行存款");
        assertThat(run("journal", "--fund", "F1", "--format", "beancount").out())
                .contains("open Assets:A102 CNY");
        assertThat(run("journal", "--fund", "F1", "--format", "csv").out()).startsWith("date,position,ref,type,");
        assertThat(run("members", "--fund", "F1").out()).contains("H1");
        assertThat(run("members", "--fund", "F1", "--household", "H2", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(row -> row.startsWith("H2,"));
        for (List<String> asked : List.of(
                List.of("journal"),
                List.of("balances"),
                List.of("balances", "--diff", "2022-06-30"),
                List.of("members"),
                List.of("statement", "income", "--as-of", "2022-12-31"),
                List.of("due"),
                List.of("forecast"),
                List.of("what-if", "--policy", "floorRate=9"),
                List.of("guarantees", "--year", "2022", "--evidence"))) {
            Path file = folder.resolve("表.xlsx");
            assertThat(run(with(asked, "--fund", "F1", "--format", "xlsx")).status())
                    .isEqualTo(ExitStatus.UNUSABLE);
            Ran ran = run(with(asked, "--fund", "F1", "--format", "xlsx", "--out", file.toString()));
            assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.DONE);
            assertThat(ran.out()).isEmpty();
            assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
        }
    }

    @Test
    void aStatementIsOneOfThoseThereAre() {
        Ran unknown = run("statement", "cash-flow", "--fund", "F1");
        assertThat(unknown.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(unknown.err()).contains("cash-flow", "balance-sheet");
        assertThat(run("statement", "ledger", "--fund", "F1").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run("statement", "general", "--account", "999", "--fund", "F1")
                        .status())
                .isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run("statement", "income", "--fund", "F9").status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(run("statement", "balance-sheet", "--fund", "F1").out()).contains("资产总计", "明股实债");
    }

    private static String[] with(List<String> line, String... more) {
        List<String> all = new ArrayList<>(line);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void differencesLieBetweenTwoDaysAndBetweenTwoKnowings() throws Exception {
        for (String diff : List.of("2022-06-30", "@120", "2022-06-30@120")) {
            Ran ran = run("balances", "--fund", "F1", "--as-of", "2023-03-31", "--diff", diff, "--format", "json");
            JsonNode json = JSON.readTree(ran.out());
            assertThat(json.propertyNames()).containsExactly("fund", "before", "after", "accounts");
            assertThat(json.get("after").get("asOf").asString()).isEqualTo("2023-03-31");
            assertThat(json.get("accounts").isEmpty()).isFalse();
            for (JsonNode account : json.get("accounts")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode movement : account.get("movements")) {
                    sum = sum.add(new BigDecimal(movement.get("amount").asString()));
                }
                assertThat(sum)
                        .isEqualByComparingTo(account.get("difference").asString())
                        .isEqualByComparingTo(new BigDecimal(
                                        account.get("after").asString())
                                .subtract(new BigDecimal(account.get("before").asString())));
            }
        }
        assertThat(run("balances", "--fund", "F1", "--diff", "2022-06-30").out())
                .contains("差额 difference");
        for (String malformed : List.of("120", "@", "2022-06-31", "2022-06-30@", "2022-06-30@昨天")) {
            assertThat(run("balances", "--fund", "F1", "--diff", malformed).status())
                    .isEqualTo(ExitStatus.UNUSABLE);
        }
    }

    @Test
    void reasonsStandBeforeTheEvidenceInBothLanguages() throws Exception {
        String[] asked = {"guarantees", "--fund", "F1", "--year", "2022", "--evidence"};
        JsonNode told =
                JSON.readTree(run(with(List.of(asked), "--format", "json")).out());
        String all = run(asked).out();

        assertThat(told.get("guarantees")
                        .valueStream()
                        .flatMap(verdict -> verdict.get("reasons").valueStream()))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(all)
                        .contains("- " + reason.get("zh").asString() + " "
                                + reason.get("en").asString()));
    }

    @Test
    void evidenceIsListedMovementByMovement() {
        String all = run("guarantees", "--fund", "F1", "--year", "2022", "--evidence")
                .out();
        String one = run("guarantees", "--fund", "F1", "--year", "2022", "--evidence", "--household", "H3")
                .out();

        assertThat(all).contains("资金安全:依据 evidence").contains("INVEST_SHARES");
        assertThat(one).contains("H3").contains("ADMIT_HOUSEHOLD");
        assertThat(run("guarantees", "--fund", "F1", "--year", "2022", "--evidence", "--household", "H99")
                        .status())
                .isEqualTo(ExitStatus.REFUSED);
    }

    @Test
    void findingsAreListedWithWhatWasAsked() throws Exception {
        JsonNode told = JSON.readTree(run("findings", "--fund", "F1", "--as-of", "2022-12-31", "--format", "json")
                .out());
        String table = run("findings", "--fund", "F1", "--as-of", "2022-12-31").out();

        assertThat(told.get("findings").valueStream())
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(table).contains(finding.get("zh").asString()));
        assertThat(table)
                .contains("有 " + told.get("findings").size() + " 处疑点", "没有数据")
                .doesNotContain("{");
    }

    @Test
    void aTraceOfNobodyIsRefused() {
        assertThat(run("trace", "--fund", "F1", "--from", "H3").out()).contains("301:H3", "归处");
        Ran unknown = run("trace", "--fund", "F1", "--from", "H99");
        assertThat(unknown.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(unknown.err()).contains("没有户、公司或凭证叫“H99”");
    }

    @Test
    void eventsAreTheHistoryALineEach() throws Exception {
        List<String> lines = run("events", "--fund", "F1", "--from", "1", "--to", "3")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        JsonNode first = JSON.readTree(lines.getFirst());
        assertThat(first.get("type").asString()).isEqualTo("FundOpened");
        assertThat(first.get("position").asLong()).isEqualTo(1);
        assertThat(first.get("payload").get("voucher").get("fund").asString()).isEqualTo("F1");
    }

    @Test
    void importSaysWhatItDidAsJson() throws Exception {
        Path file = Files.writeString(
                folder.resolve("坏.csv"), "ref,date,fund,type,party,amount\nX1,2023-02-30,F1,入股,H1,1\n");

        Ran ran = run("import", "--json", file.toString());

        assertThat(ran.status()).isEqualTo(ExitStatus.REFUSED);
        JsonNode result = JSON.readTree(ran.out());
        assertThat(result.propertyNames())
                .containsExactly(
                        "position",
                        "recorded",
                        "wouldRecord",
                        "proposed",
                        "alreadyRecorded",
                        "refused",
                        "warnings",
                        "sheetsRead",
                        "sheetsNotRead",
                        "fundsRecorded",
                        "fundsNotRecorded");
        assertThat(result.get("refused").get(0).propertyNames())
                .containsExactly("file", "sheet", "row", "ref", "code", "column", "value", "message", "messageEn");
        assertThat(result.get("refused").get(0).get("code").asString()).isEqualTo("BAD_DATE");
        assertThat(ran.err()).contains("坏.csv 第 2 行").contains("2023-02-30");
    }

    @Test
    void refusedRowsComeBackAsAWorkbookThatIsReadAgain() throws Exception {
        StringBuilder rows = new StringBuilder("ref,date,fund,type,party,amount,memo\n");
        for (int i = 0; i < 60; i++) {
            rows.append("X").append(i).append(",2023-02-30,F9,入股,001,=1+1,\"他说\"\"好\"\"\"\n");
        }
        Path file = Files.writeString(folder.resolve("六十.csv"), rows + "X60,2023-02-01,F9,入股,H1,5,000.00,\n");
        Path refused = folder.resolve("被拒.xlsx");

        Ran ran = run("import", "--refused", refused.toString(), file.toString());

        assertThat(ran.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(ran.err())
                .contains("六十.csv 第 51 行")
                .doesNotContain("六十.csv 第 52 行")
                .contains("另有 11 行被拒绝没有显示,共 61 行");
        assertThat(ran.err()).contains("业务日期“2023-02-30”", "column date \"2023-02-30\"");
        Ran again = run("import", "--json", refused.toString());
        assertThat(again.status()).isEqualTo(ExitStatus.REFUSED);
        JsonNode result = JSON.readTree(again.out());
        assertThat(result.get("refused").size()).isEqualTo(61);
        assertThat(result.get("refused").get(0).get("ref").asString()).isEqualTo("X0");
        assertThat(result.get("refused").get(0).get("code").asString()).isEqualTo("BAD_DATE");
        assertThat(result.get("refused").get(60).get("code").asString()).isEqualTo("BAD_CELL");
        assertThat(run("import", "--refused", refused.toString(), file.toString())
                        .status())
                .as("a file that is there is not replaced")
                .isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void aDryRunSaysWhatItWouldRecord() throws Exception {
        Path file = Files.writeString(
                folder.resolve("试.csv"), "ref,date,fund,type,party,name\nT1,2023-02-01,F8,设立基金,532599100200,示例\n");

        Ran ran = run("import", "--dry-run", "--json", file.toString());

        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        assertThat(JSON.readTree(ran.out()).get("wouldRecord").asInt()).isEqualTo(1);
        assertThat(ran.err()).contains("导入将记录 1 行", "would record 1").doesNotContain("Recorded 0");
    }

    @Test
    void exitStatusesTellWhatWentWrong() {
        assertThat(run("--help").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("balances", "--fund", "没有").status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(run("balances").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run("balances", "--fund", "F1", "--known-at", "昨天").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run("import", folder.resolve("缺.csv").toString()).status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run("rebuild", "没有").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run("serve", "--bind", "0.0.0.0").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(runPlain("funds", "--url", "jdbc:postgresql://127.0.0.1:1/nothing")
                        .status())
                .isEqualTo(ExitStatus.NO_DATABASE);
    }

    @Test
    void everyCommandHelps() {
        for (String command : RootCommand.commandLine().getSubcommands().keySet()) {
            assertThat(runPlain(command, "--help").out()).contains(command);
        }
        assertThat(runPlain("generate-completion").out()).contains("laborfund");
    }

    @Test
    void aCommandIsDescribedAloneButWhereAllAreAskedFor() {
        Set<String> all = RootCommand.commandLine().getSubcommands().keySet();

        assertThat(RootCommand.commandLine("funds").getSubcommands()).containsOnlyKeys("funds");
        for (String asked : List.of("generate-completion", "--help", "unknown")) {
            assertThat(RootCommand.commandLine(asked).getSubcommands().keySet()).isEqualTo(all);
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static Ran run(String... line) {
        List<String> arguments = new ArrayList<>(List.of(line));
        if (!arguments.contains("--help")) {
            arguments.add(1, data().toString());
            arguments.add(1, "--data");
        }
        return runPlain(arguments.toArray(String[]::new));
    }

    private static Ran runPlain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = RootCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}

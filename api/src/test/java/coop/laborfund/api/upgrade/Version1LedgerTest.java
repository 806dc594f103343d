package coop.laborfund.api.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.exporting.Export;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.door.Requester;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * A ledger as the last program of version 1 left it: its tables, copied out of its database, and what it answered. This program
 * brings the tables up to its own and must give the same books; only verdicts are by other rules.
 */
class Version1LedgerTest {

    private static final Path LEFT = Path.of("src/test/resources/version1");
    private static final List<String> FUNDS = List.of("DEMO", "F000001", "F000002");

    private static final String BASIS = ",year,firstDay,lastDay,rate,total,shareDays,allShareDays";
    private static final String NO_BASIS = ",,,,,,,";

    /** After everything in it. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T04:00:00Z"), ZoneOffset.UTC);

    private final Requester reader = new Requesters("test").next();

    @TempDir
    private Path folder = Path.of("");

    private LedgerNode node;

    @BeforeEach
    void open() throws Exception {
        PostgresAccess database = Databases.create();
        Flyway.configure()
                .dataSource(
                        database.target().url(),
                        database.target().user(),
                        database.target().password())
                .locations("classpath:db/migration")
                .target("103")
                .load()
                .migrate();
        try (Connection connection = database.target().connect()) {
            fill(connection);
        }
        node = LedgerNode.open(database, CLOCK);
        node.catchUpUnlessServed();
    }

    @AfterEach
    void close() {
        node.close();
    }

    /** The file has each table's rows under a line {@code == table (columns)}, as PostgreSQL copies them. */
    private static void fill(Connection connection) throws Exception {
        connection.createStatement().execute("delete from projection_progress");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(LEFT.resolve("ledger.copy.gz"))), StandardCharsets.UTF_8))) {
            String table = lines.readLine();
            while (table != null) {
                StringBuilder rows = new StringBuilder();
                String line = lines.readLine();
                while (line != null && !line.startsWith("== ")) {
                    rows.append(line).append('\n');
                    line = lines.readLine();
                }
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + table.substring("== ".length()) + " from stdin",
                                new StringReader(rows.toString()));
                table = line;
            }
        }
    }

    @Test
    void itsBooksAreWhatTheyWere() throws Exception {
        BookQuestions books = node.opened().part(BookQuestions.class);
        HistoryQuestions history = node.opened().part(HistoryQuestions.class);
        for (String fund : FUNDS) {
            assertThat(text(books.balances(reader, fund, null, null)
                            .orElseThrow()
                            .export()))
                    .isEqualTo(left("balances-" + fund));
            assertThat(beginnings(text(books.members(reader, fund, null, null, null)
                            .orElseThrow()
                            .export())))
                    .isEqualTo(left("members-" + fund).lines().toList());
            assertThat(text(history.journal(reader, fund, null, null).orElseThrow()))
                    .isEqualTo(left("journal-" + fund));
        }
    }

    /** A table's rows without how a dividend comes about, of which version 1 kept nothing. */
    private static List<String> beginnings(String members) {
        List<String> lines = members.lines().toList();
        assertThat(lines.getFirst()).endsWith(BASIS);
        assertThat(lines.subList(1, lines.size())).allMatch(row -> row.endsWith(NO_BASIS));
        List<String> beginnings = new ArrayList<>();
        beginnings.add(lines.getFirst().substring(0, lines.getFirst().length() - BASIS.length()));
        lines.stream()
                .skip(1)
                .map(row -> row.substring(0, row.length() - NO_BASIS.length()))
                .forEach(beginnings::add);
        return beginnings;
    }

    @Test
    void itsHistoryIsUntouched() throws Exception {
        Path heads = LEFT.resolve("heads.json");

        assertThat(node.proof(node.seals(folder))
                        .verify(null, KeptHeads.read(List.of(heads)), VerifyProgress.NONE)
                        .findings())
                .isEmpty();
    }

    /** What it recorded is undone as it was entered: a reserve that lay in 322, an expense of 2025 on 522. */
    @Test
    void isGoneOnWithByTheRulesOfToday() {
        String before = balance("322", "risk");
        String spent = balance("522", "");

        assertThat(TestNodes.importText(node, ImportMode.ALL_OR_NONE, """
                        ref,date,fund,type,amount,reverses,memo
                        n1,2026-02-01,DEMO,REVERSE,,2025-004,转错账户
                        n4,2026-02-01,DEMO,REVERSE,,2025-084,记错
                        n2,2026-02-01,DEMO,FUND_RESERVE,2500,,
                        n3,2026-02-01,DEMO,PAY_EXPENSE,10,,
                        """).refused())
                .isEmpty();

        assertThat(balance("235", "risk")).isEqualTo("-2500.00");
        assertThat(new BigDecimal(balance("322", "risk")))
                .isEqualByComparingTo(new BigDecimal(before).add(new BigDecimal("2500")));
        assertThat(new BigDecimal(balance("522", "")))
                .isEqualByComparingTo(new BigDecimal(spent).subtract(new BigDecimal("178")));
        assertThat(balance("523", "")).isEqualTo("10.00");
    }

    /** Handed in again, every row is known: also those whose type has a column more by now. */
    @Test
    void itsRowsAreRecordedAlready() throws Exception {
        String again = Files.readString(LEFT.resolve("again.csv"));

        assertThat(TestNodes.importText(node, ImportMode.ALL_OR_NONE, again).alreadyRecorded())
                .isEqualTo(again.lines().count() - 1);
    }

    private String balance(String account, String sub) {
        return node.readModels().balances("DEMO", null, null).orElseThrow().accounts().stream()
                .filter(balance ->
                        balance.account().equals(account) && balance.sub().equals(sub))
                .map(balance -> balance.amount().toString())
                .findFirst()
                .orElse("0.00");
    }

    private static String left(String name) throws Exception {
        return Files.readString(LEFT.resolve(name + ".csv")).replace("\uFEFF", "");
    }

    private static String text(Export export) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        export.text(ExportFormat.CSV).accept(out);
        out.flush();
        return text.toString().replace("\uFEFF", "");
    }
}

package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImporterTest {

    private static final String HEADER = "ref,date,fund,type,party,counterparty,amount,size,name,memo\n";
    private static final int ROWS = 10_000;
    private static final int MANY_FUNDS = 40;
    private static final int BAD_ROW = 7_001;

    private LedgerNode node;

    @BeforeEach
    void open() {
        node = TestNodes.open();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aFileWithOneBadRowAmongTenThousandRecordsNothingAndNamesRowColumnAndValue() {
        ImportResult result = TestNodes.importText(node, ImportMode.ALL_OR_NONE, tenThousandRowsWithOneBad());

        assertThat(result.recorded()).isZero();
        assertThat(result.fundsRecorded()).isEmpty();
        assertThat(result.fundsNotRecorded()).containsExactly("F1");
        assertThat(node.history().lastPosition()).isZero();
        assertThat(result.refused()).hasSize(1);
        RowNote refused = result.refused().getFirst();
        assertThat(refused.file()).isEqualTo("流水.csv");
        assertThat(refused.row()).isEqualTo(BAD_ROW);
        assertThat(refused.ref()).isEqualTo("R" + BAD_ROW);
        assertThat(refused.code()).isEqualTo("BAD_AMOUNT");
        assertThat(refused.column()).isEqualTo("amount");
        assertThat(refused.value()).isEqualTo("1e3");
        assertThat(refused.message()).contains("1e3");
        assertThat(refused.messageEn()).contains("1e3");
    }

    @Test
    void acceptValidRecordsTheOtherNineThousandNineHundredAndNinetyNine() {
        ImportResult result = TestNodes.importText(node, ImportMode.ACCEPT_VALID, tenThousandRowsWithOneBad());

        assertThat(result.recorded()).isEqualTo(ROWS - 1);
        assertThat(result.refused()).hasSize(1);
        assertThat(result.fundsRecorded()).containsExactly("F1");
        assertThat(result.position()).isEqualTo(ROWS - 1);
        assertThat(node.history().lastPosition()).isEqualTo(ROWS - 1);
    }

    @Test
    void aDryRunChecksEveryRowAndRecordsNothing() {
        ImportResult result = TestNodes.importText(node, ImportMode.DRY_RUN, tenThousandRowsWithOneBad());

        assertThat(result.refused()).hasSize(1);
        assertThat(result.recorded()).isZero();
        assertThat(node.history().lastPosition()).isZero();
    }

    @Test
    void aFileImportedAgainIsAlreadyRecorded() {
        String csv = HEADER + opening("F1") + "R1,2024-01-03,F1,ADMIT_HOUSEHOLD,H1,,,3,示例户,\n";
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, csv);

        ImportResult again = TestNodes.importText(node, ImportMode.ALL_OR_NONE, csv);

        assertThat(again.recorded()).isZero();
        assertThat(again.alreadyRecorded()).isEqualTo(2);
        assertThat(again.refused()).isEmpty();
        assertThat(node.history().lastPosition()).isEqualTo(2);
    }

    @Test
    void aRefusedRowLeavesTheOtherFundsOfItsFileUnrecordedToo() {
        String csv = HEADER + opening("F1") + opening("F2") + "R1,2024-01-03,F2,WITHDRAW_SHARES,H1,,5,,,\n";

        ImportResult result = TestNodes.importText(node, ImportMode.ALL_OR_NONE, csv);

        assertThat(result.refused()).extracting(RowNote::code).containsExactly("UNKNOWN_HOUSEHOLD");
        assertThat(result.fundsNotRecorded()).containsExactly("F1", "F2");
        assertThat(node.history().funds()).isEmpty();
    }

    @Test
    void rowsAfterARefusedOneAreCheckedAsIfItWereAbsent() {
        String csv = HEADER + opening("F1")
                + "R1,2024-01-03,F1,ADMIT_HOUSEHOLD,H1,,,31,,\n"
                + "R2,2024-01-03,F1,INVEST_SHARES,H1,,5000,,,\n"
                + "R1,2024-01-03,F1,ADMIT_HOUSEHOLD,H1,,,3,,\n";

        ImportResult result = TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv);

        assertThat(result.refused()).extracting(RowNote::row).containsExactly(3, 4);
        assertThat(result.refused()).extracting(RowNote::code).containsExactly("BAD_CODE", "UNKNOWN_HOUSEHOLD");
        assertThat(result.recorded()).isEqualTo(2);
    }

    @Test
    void namesOfPeopleGoToTheRegisterAndNotIntoTheHistory() {
        TestNodes.importText(
                node,
                ImportMode.ALL_OR_NONE,
                HEADER + opening("F1") + "R1,2024-01-03,F1,ADMIT_HOUSEHOLD,H1,,,3,示例户甲,\n");

        assertThat(node.householdNames().of("F1")).containsEntry("H1", "示例户甲");
        assertThat(node.history().storedAll(1, Long.MAX_VALUE))
                .noneMatch(event ->
                        event.payload().contains("示例户甲") || event.metadata().contains("示例户甲"));
    }

    @Test
    void whatSomebodyElseRecordedBetweenCheckAndRecordingIsDecidedAgain() throws Exception {
        PostgresAccess database = Databases.create();
        try (LedgerNode here = LedgerNode.open(database, TestNodes.CLOCK);
                LedgerNode there = LedgerNode.open(PostgresAccess.external(database.target()), TestNodes.CLOCK)) {
            String before = HEADER;
            for (String fund : List.of("F1", "F2", "F3")) {
                before += opening(fund) + "R1,2024-01-03," + fund + ",OTHER_INCOME,,,100,,,\n";
            }
            TestNodes.importText(here, ImportMode.ALL_OR_NONE, before);
            String meanwhile = HEADER + "M,2024-01-04,F2,PAY_EXPENSE,,,50,,,\nM,2024-01-04,F3,PAY_EXPENSE,,,15,,,\n";
            MovementsFile file = MovementsFile.parse(
                    "流水.csv",
                    (HEADER + "R2,2024-01-05,F1,PAY_EXPENSE,,,80,,,\nR2,2024-01-05,F2,PAY_EXPENSE,,,80,,,\n"
                                    + "R2,2024-01-05,F3,PAY_EXPENSE,,,80,,,\n")
                            .getBytes(StandardCharsets.UTF_8));

            ImportResult result = new Importer(here.ledger(), new Requesters("test").next())
                    .run(List.of(file), ImportMode.ALL_OR_NONE, ImportWatch.of((stage, name, done, total) -> {
                        if (stage == ImportProgress.Stage.RECORDING && done == 0) {
                            TestNodes.importText(there, ImportMode.ALL_OR_NONE, meanwhile);
                        }
                    }));

            assertThat(result.fundsRecorded()).containsExactly("F1", "F3");
            assertThat(result.fundsNotRecorded()).containsExactly("F2");
            assertThat(result.recorded()).isEqualTo(2);
            assertThat(result.refused()).extracting(RowNote::row).containsExactly(3);
            assertThat(result.refused()).extracting(RowNote::code).containsExactly("INSUFFICIENT_CASH");
            assertThat(cash(here, "F1")).isEqualTo("20.00");
            assertThat(cash(here, "F2")).isEqualTo("50.00");
            assertThat(cash(here, "F3")).isEqualTo("5.00");
        }
    }

    private static String cash(LedgerNode node, String fund) {
        return node.readModels().balances(fund, null, null).orElseThrow().accounts().stream()
                .filter(balance -> balance.account().equals("102"))
                .map(balance -> balance.amount().toString())
                .findFirst()
                .orElseThrow();
    }

    /** More funds than the pool has connections: one that any step kept would be missed. */
    @Test
    void aFileMayNameManyFunds() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int fund = 1; fund <= MANY_FUNDS; fund++) {
            csv.append(opening("F" + fund));
        }

        assertThat(TestNodes.importText(node, ImportMode.DRY_RUN, csv.toString())
                        .refused())
                .isEmpty();
        assertThat(TestNodes.importText(node, ImportMode.ALL_OR_NONE, csv.toString())
                        .recorded())
                .isEqualTo(MANY_FUNDS);
        assertThat(TestNodes.importText(node, ImportMode.ALL_OR_NONE, csv.toString())
                        .alreadyRecorded())
                .isEqualTo(MANY_FUNDS);
    }

    @Test
    void amountsMayHaveThousandsAndAreAsciiDigits() {
        String csv = HEADER + opening("F1") + "R1,2024-01-03,F1,OTHER_INCOME,,,\"5,000.00\",,,\n"
                + "R2,2024-01-03,F1,OTHER_INCOME,,, 5000 ,,,\nR3,2024-01-03,F1,OTHER_INCOME,,,５０００,,,\n"
                + "R4,2024-01-03,F1,OTHER_INCOME,,,\"50,00\",,,\n";

        ImportResult result = TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv);

        assertThat(result.refused()).extracting(RowNote::value).containsExactly("50,00");
        assertThat(result.refused()).extracting(RowNote::code).containsOnly("BAD_AMOUNT");
        assertThat(cash(node, "F1")).isEqualTo("15000.00");
    }

    @Test
    void whatIsLikeSomethingRecordedIsWarnedOfAndRecorded() {
        String before = HEADER + opening("F1") + "R-1,2024-01-03,F1,OTHER_INCOME,,,100,,,利息\n"
                + "R-2,2024-01-04,F1,OTHER_INCOME,,,100,,,\nR-3,2024-01-03,F1,OTHER_INCOME,,,200,,,\n";
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, before);
        String more = HEADER + "S1,2024-01-03,F1,OTHER_INCOME,,,100.0,,,存款利息\nR/2,2024-01-05,F1,OTHER_INCOME,,,100,,,\n"
                + "S3,2024-01-03,F1,PAY_EXPENSE,,,100,,,\nR1,2024-01-09,F1,OTHER_INCOME,,,100,,,\n";

        ImportResult trial = TestNodes.importText(node, ImportMode.DRY_RUN, more);
        ImportResult result = TestNodes.importText(node, ImportMode.ALL_OR_NONE, more);

        assertThat(result.recorded()).isEqualTo(4);
        assertThat(result.warnings()).isEqualTo(trial.warnings());
        assertThat(result.warnings())
                .extracting(RowNote::row, RowNote::code)
                .containsExactly(tuple(2, "LOOKS_DOUBLE"), tuple(3, "REF_LOOKS_ALIKE"));
        assertThat(result.warnings().getFirst().message()).contains("已经记录的凭证 R-1");
        assertThat(result.warnings().getLast().messageEn()).contains("recorded voucher R-2");
        assertThat(TestNodes.importText(node, ImportMode.ALL_OR_NONE, before + more.substring(HEADER.length()))
                        .warnings())
                .as("again")
                .isEmpty();
    }

    @Test
    void aDryRunSaysWhatWouldBeRecordedInEitherWay() {
        String csv = HEADER + opening("F1") + "R1,2024-01-03,F1,OTHER_INCOME,,,x,,,\n";

        assertThat(TestNodes.importText(node, ImportMode.DRY_RUN, csv).wouldRecord())
                .isZero();
        assertThat(TestNodes.importText(node, ImportMode.DRY_RUN_ACCEPT_VALID, csv)
                        .wouldRecord())
                .isEqualTo(1);
        assertThat(TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv).wouldRecord())
                .isZero();
    }

    @Test
    void ofALongRefusedValueTheBeginningIsSaid() {
        String csv = HEADER + opening("F1") + "R1,2024-01-03,F1,OTHER_INCOME,,," + "9x".repeat(5_000) + ",,,\n";

        RowNote refused =
                TestNodes.importText(node, ImportMode.DRY_RUN, csv).refused().getFirst();

        assertThat(refused.value()).isEqualTo("9x".repeat(100) + "…");
        assertThat(refused.message()).contains(refused.value()).hasSizeLessThan(400);
    }

    private static String opening(String fund) {
        return "R0,2024-01-02," + fund + ",OPEN_FUND,532599100200,,,,示例基金,\n";
    }

    /** Row 2 opens the fund, row 3 admits a household, all others invest one yuan, but for the bad one. */
    private static String tenThousandRowsWithOneBad() {
        StringBuilder csv =
                new StringBuilder(HEADER).append(opening("F1")).append("R3,2024-01-03,F1,ADMIT_HOUSEHOLD,H1,,,3,,\n");
        for (int row = 4; row <= ROWS + 1; row++) {
            String amount = row == BAD_ROW ? "1e3" : "1.00";
            csv.append("R%d,2024-02-01,F1,INVEST_SHARES,H1,,%s,,,\n".formatted(row, amount));
        }
        return csv.toString();
    }
}

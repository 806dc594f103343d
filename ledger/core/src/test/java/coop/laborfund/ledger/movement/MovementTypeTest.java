package coop.laborfund.ledger.movement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.json.SampleEvents;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.SampleMovement;
import coop.laborfund.ledger.testing.TestFiles;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The declarations of the movement types: complete, and what rows are read by. */
class MovementTypeTest {

    private static final Set<Column> OF_EVERY_ROW = EnumSet.of(Column.REF, Column.DATE, Column.FUND, Column.TYPE);

    static List<SampleMovement> samples() {
        return SampleMovement.all();
    }

    @Test
    void everyCommandIsDeclaredOnce() {
        assertThat(Arrays.stream(MovementType.values()).<Class<?>>map(MovementType::command))
                .as("commands declared in MovementType.java")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        leaves(MovementCommand.class).toList());
    }

    @Test
    void everyEventIsDeclaredOnce() {
        assertThat(Arrays.stream(MovementType.values()).<Class<?>>map(MovementType::event))
                .as("events declared in MovementType.java")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(leaves(FundEvent.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MovementTypeTest::leaves)
                : Stream.of(type);
    }

    @Test
    void everyTypeHasASampleRow() {
        assertThat(samples().stream().map(SampleMovement::type))
                .as("rows of src/test/resources/coop/laborfund/ledger/testing/movements.txt")
                .contains(MovementType.values());
    }

    @Test
    void aTypeIsFoundByItsEventAndByItsCommand() {
        assertThat(SampleEvents.ALL.stream().map(MovementType::of)).containsExactlyInAnyOrder(MovementType.values());
        assertThat(samples())
                .allSatisfy(sample -> assertThat(
                                MovementType.of(sample.row().movement().command())
                                        .command())
                        .isEqualTo(sample.row().movement().command().getClass()));
    }

    @ParameterizedTest
    @EnumSource
    void aColumnIsDeclaredOnceAndIsNoneOfEveryRow(MovementType type) {
        List<Column> columns = type.columns().stream().map(ColumnUse::column).toList();

        assertThat(columns).doesNotHaveDuplicates().doesNotContainAnyElementsOf(OF_EVERY_ROW);
        assertThat(type.columns())
                .allSatisfy(use -> assertThat(use.words().isEmpty()).isNotEqualTo(use.form() == CellForm.WORD));
        assertThat(type.columns())
                .allSatisfy(use -> assertThat(use.words())
                        .containsAll(use.missing().stream().toList()));
    }

    /** Where this fails, no row that was recorded is known again: its content must be written as it was. */
    @Test
    void theDigestOfASampleIsWhatItAlwaysWas() {
        assertThat(samples().stream()
                        .map(sample ->
                                sample.type() + " " + sample.row().movement().digest()))
                .as("src/test/resources/coop/laborfund/ledger/movement/digests.txt")
                .containsExactlyElementsOf(TestFiles.lines(MovementTypeTest.class, "digests.txt").stream()
                        .map(TestFiles.Line::text)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void anEmptyCellIsRefusedWhereItsColumnIsNeeded(SampleMovement sample) {
        for (ColumnUse use : sample.type().columns()) {
            Row without = sample.row().with(use.column(), "");
            assertThat(missing(without))
                    .as("%s of %s", use.column(), sample)
                    .isEqualTo(isAskedFor(use, sample.row()) ? Optional.of(faulted(use)) : Optional.empty());
        }
    }

    private static boolean isAskedFor(ColumnUse use, Row row) {
        return switch (use.need()) {
            case Need.Always always -> true;
            case Need.Optionally optionally -> false;
            case Need.When when -> when.words().stream().map(Word::name).anyMatch(row.cell(when.column())::equals);
            case Need.Either either -> row.cell(either.other()).isEmpty();
            case Need.UnlessEveryone unless -> false;
        };
    }

    /** Of two columns one of which is needed, the first is named. */
    private static Column faulted(ColumnUse use) {
        return use.need() instanceof Need.Either either && either.other().compareTo(use.column()) < 0
                ? either.other()
                : use.column();
    }

    private static Optional<Column> missing(Row row) {
        return row.read() instanceof ReadRow.Malformed malformed
                        && malformed.rejection().code() == RefusalCode.MISSING_FIELD
                ? Optional.of(malformed.rejection().column())
                : Optional.empty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aColumnThatIsNotDeclaredIsPassedOver(SampleMovement sample) {
        Set<Column> declared = sample.type().columns().stream()
                .map(ColumnUse::column)
                .collect(Collectors.toCollection(() -> EnumSet.copyOf(OF_EVERY_ROW)));
        for (Column column : EnumSet.complementOf(EnumSet.copyOf(declared))) {
            Row more = sample.row().with(new Row(Map.of(column, "没有用的")));
            assertThat(more.movement().digest())
                    .as("%s of %s", column, sample)
                    .isEqualTo(sample.row().movement().digest());
        }
    }

    @Test
    void aHouseholdsNameAndTheBanksTextGoToTheRegister() {
        assertThat(Arrays.stream(MovementType.values())
                        .filter(type -> type.columns().stream().anyMatch(use -> use.fate() == ColumnUse.Fate.REGISTER)))
                .containsExactly(MovementType.ADMIT_HOUSEHOLD, MovementType.BANK_LINE);
    }

    @Test
    void whatAPayoutAsksForHangsOnItsWords() {
        assertThat(MovementType.PAY_GUARANTEE.use(Column.COUNTERPARTY).map(ColumnUse::need))
                .contains(new Need.When(Column.PAYER, List.of(GuaranteePayer.DEPOSIT, GuaranteePayer.COMPANY)));
        assertThat(MovementType.PAY_GUARANTEE.use(Column.PARTY).map(ColumnUse::need))
                .contains(new Need.When(Column.GUARANTEE, List.of(Guarantee.EMPLOYMENT_INCOME)));
    }

    @Test
    void aWordMayStandForAnEmptyCell() {
        assertThat(MovementType.INVEST_SHARES.use(Column.SOURCE).flatMap(ColumnUse::missing))
                .contains(ShareSource.INDUSTRY_FUND);
        assertThat(MovementType.INVEST_SHARES.use(Column.SOURCE).map(ColumnUse::words))
                .contains(List.of(ShareSource.values()));
    }

    @Test
    void theColumnWithTheMoneyIsKnown() {
        assertThat(MovementType.DECLARE_DIVIDEND.amount()).contains(Column.AMOUNT);
        assertThat(MovementType.CLOSE_MONTH.amount()).isEmpty();
    }

    @Test
    void theWordsOfAColumnAreThoseOfAllTypes() {
        assertThat(Words.in(Column.PAYER)).startsWith(IncomeRoute.values()).endsWith(GuaranteePayer.values());
        assertThat(Words.in(Column.TYPE)).containsExactly(MovementType.values());
        assertThat(Words.in(Column.PARTY)).isEmpty();
    }

    @Test
    void moneyLaborStatementsAndExtensionsAreReversibleButForARegistration() {
        assertThat(Arrays.stream(MovementType.values()).filter(MovementType::reversible))
                .containsExactlyElementsOf(Arrays.stream(MovementType.values())
                        .filter(type ->
                                Set.of(MovementType.Kind.MONEY, MovementType.Kind.LABOR, MovementType.Kind.STATEMENT)
                                                .contains(type.kind())
                                        || type == MovementType.EXTEND_ADVANCE)
                        .filter(type -> type != MovementType.REGISTER_WORKER)
                        .toList());
    }
}

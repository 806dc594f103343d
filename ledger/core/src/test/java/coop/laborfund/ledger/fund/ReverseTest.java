package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.SampleMovement;
import coop.laborfund.ledger.testing.Standing;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReverseTest {

    private final TestLedger ledger = TestLedger.funded();

    static List<SampleMovement> reversible() {
        return SampleMovement.all().stream()
                .filter(sample -> sample.type().reversible())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reversible")
    void restoresEverythingThatItsOriginalDid(SampleMovement sample) {
        TestLedger full = SampleMovement.ledger();
        String fund = sample.row().cell(Column.FUND);
        Standing before = Standing.of(full.state(fund));

        full.accepts(sample.row());
        full.accepts(sample.row().cell(Column.DATE) + " REVERSE memo=记错 fund=" + fund + " reverses="
                + sample.row().cell(Column.REF));

        assertThat(Standing.of(full.state(fund))).isEqualTo(before);
    }

    @Test
    void exchangesDebitAndCreditOnItsOwnDateAndCarriesTheWholeOriginal() {
        Recorded original = ledger.accepts("2020-02-01 INVEST_SHARES ref=r1 party=H1 amount=100");

        Recorded it = ledger.accepts("2020-05-01 REVERSE reverses=r1 memo=记错");

        assertThat(it.event()).isEqualTo(new MovementReversed(it.voucher(), original.event()));
        assertThat(it.entry()).containsExactly("2020-05-01", "贷 102 100.00", "借 301:H1 100.00");
    }

    @Test
    void mayUndoAMovementOfAClosedMonthOnAnOpenDay() {
        ledger.given("2020-02-01 OTHER_INCOME ref=r1 amount=100").closedThrough("2020-12");

        ledger.refuses("2020-12-31 REVERSE reverses=r1 memo=记错", RefusalCode.PERIOD_CLOSED, "date");
        ledger.accepts("2021-01-01 REVERSE reverses=r1 memo=记错");
    }

    @Test
    void ofLaborMayBeDatedInAClosedMonth() {
        ledger.given("2020-02-01 COMPLETE_TRAINING ref=r1 party=W1 memo=焊工")
                .closedThrough("2020-12")
                .accepts("2020-02-01 REVERSE reverses=r1 memo=记错");
    }

    @Test
    void leavesTheRefTaken() {
        ledger.given("""
                2020-02-01 OTHER_INCOME ref=r1 amount=100
                2020-02-01 REVERSE ref=r2 reverses=r1 memo=记错
                """);

        ledger.knows("2020-02-01 OTHER_INCOME ref=r1 amount=100");
        ledger.refuses("2020-02-01 OTHER_INCOME ref=r1 amount=200", RefusalCode.REF_REUSED, "ref");
    }

    @Test
    void freesAnAdvanceOnceAllThatRestedOnItIsUndone() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL ref=granted advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
                2020-02-02 REPAY_ADVANCE ref=repaid advance=A1 amount=10
                2020-02-02 RECEIVE_RETURN ref=returned advance=A1 amount=1
                2020-02-02 PAY_GUARANTEE ref=payout guarantee=CAPITAL_SAFETY payer=GUARANTOR advance=A1 amount=1 year=2020
                2020-02-03 REVERSE reverses=repaid memo=记错
                2020-02-03 REVERSE reverses=returned memo=记错
                """);
        ledger.refuses("2020-02-03 REVERSE reverses=granted memo=记错", RefusalCode.ADVANCE_IN_USE, "reverses");

        ledger.given("""
                2020-02-03 REVERSE reverses=payout memo=记错
                2020-02-03 REVERSE reverses=granted memo=记错
                """);
        assertThat(ledger.debit("113")).isEqualTo("0.00");
    }

    @Test
    void ofExtensionsGoesFromTheLastBackwards() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL ref=granted advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
                2020-02-02 EXTEND_ADVANCE ref=first advance=A1 due=2021-12-31 resolution=决议
                2020-02-02 EXTEND_ADVANCE ref=second advance=A1 due=2022-12-31 resolution=决议
                """);
        ledger.refuses("2020-02-03 REVERSE reverses=first memo=记错", RefusalCode.ADVANCE_IN_USE, "reverses");
        ledger.refuses("2020-02-03 REVERSE reverses=granted memo=记错", RefusalCode.ADVANCE_IN_USE, "reverses");

        ledger.given("""
                2020-02-03 REVERSE reverses=second memo=记错
                2020-02-03 EXTEND_ADVANCE ref=third advance=A1 due=2022-01-01 resolution=决议
                2020-02-03 REVERSE reverses=third memo=记错
                2020-02-03 REVERSE reverses=first memo=记错
                2020-02-03 REVERSE reverses=granted memo=记错
                """);
    }

    @Test
    void ofAWriteOffNeedsWhatWasRecoveredToRemainWrittenOff() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
                2021-02-01 WRITE_OFF_ADVANCE ref=first advance=A1 amount=50 resolution=决议
                2021-02-01 WRITE_OFF_ADVANCE ref=second advance=A1 amount=20 resolution=决议
                2021-03-01 RECOVER_WRITE_OFF advance=A1 amount=50
                """);

        ledger.refuses("2021-03-01 REVERSE reverses=first memo=记错", RefusalCode.ADVANCE_IN_USE, "reverses");
        ledger.accepts("2021-03-01 REVERSE reverses=second memo=记错");
    }

    @Test
    void ofADeclarationIsAskedOnlyWhetherItWasPaid() {
        ledger.given("""
                2020-12-31 OTHER_INCOME amount=6
                2020-12-31 DECLARE_DIVIDEND ref=declared year=2020 amount=6
                2020-12-31 PAY_EXPENSE amount=1000
                """);

        ledger.accepts("2020-12-31 REVERSE reverses=declared memo=记错");
        ledger.refuses("2020-12-31 PAY_DIVIDEND year=2020 party=H1", RefusalCode.DIVIDEND_NOT_DECLARED, "year");
    }

    @Test
    void ofOneDeclarationMayBeCoveredByAnother() {
        ledger.given("""
                2020-12-31 OTHER_INCOME amount=12
                2020-12-31 DECLARE_DIVIDEND ref=first year=2020 amount=6
                2020-12-31 DECLARE_DIVIDEND ref=second year=2020 amount=6
                2020-12-31 PAY_DIVIDEND year=2020 party=H1 amount=3
                2020-12-31 REVERSE reverses=first memo=记错
                """);

        ledger.refuses("2020-12-31 REVERSE reverses=second memo=记错", RefusalCode.DIVIDEND_IN_USE, "reverses");
    }

    @Test
    void isNotAskedAFigureThatItDoesNotMoveTheWrongWay() {
        ledger.given("""
                2020-02-01 PAY_EXPENSE ref=spent amount=100
                2020-02-01 WITHDRAW_SHARES ref=out party=H1 amount=100
                2020-02-01 INVEST_SHARES ref=in party=H1 amount=200
                2020-02-02 SET_POLICY policy=shareLimit=1 resolution=决议
                """);

        ledger.accepts("2020-02-02 REVERSE reverses=spent memo=记错");
        ledger.refuses("2020-02-02 REVERSE reverses=out memo=记错", RefusalCode.OVER_SHARE_LIMIT, "reverses");
        ledger.accepts("2020-02-02 REVERSE reverses=in memo=记错");
    }

    @Test
    void ofWrongIncomeIsAlwaysPossible() {
        ledger.given("""
                2020-02-01 OTHER_INCOME ref=r1 amount=100
                2020-02-01 APPROPRIATE_RESERVE amount=100
                2020-02-01 PAY_EXPENSE amount=500
                """);

        ledger.accepts("2020-02-01 REVERSE reverses=r1 memo=记错");
        assertThat(ledger.state().books().distributableSurplus().toString()).isEqualTo("-600.00");
    }

    @Test
    void movesEachShareSourceBack() {
        ledger.given("""
                2020-02-01 INVEST_SHARES ref=in party=H3 amount=100 source=OWN
                2020-02-01 WITHDRAW_SHARES ref=out party=H3 amount=60
                """);

        ledger.refuses("2020-02-01 REVERSE reverses=in memo=记错", RefusalCode.INSUFFICIENT_SHARES, "reverses");
        ledger.given("2020-02-01 REVERSE reverses=out memo=记错");
        ledger.accepts("2020-02-01 REVERSE reverses=in memo=记错");
    }

    @Test
    void ofSetupIsBoundByClosedMonthsToo() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
                2020-02-02 EXTEND_ADVANCE ref=extended advance=A1 due=2021-12-31 resolution=决议
                """).closedThrough("2020-12");

        ledger.refuses("2020-12-31 REVERSE reverses=extended memo=记错", RefusalCode.PERIOD_CLOSED, "date");
        ledger.refuses("2020-12-31 CHANGE_HOUSEHOLD party=H1 size=5", RefusalCode.PERIOD_CLOSED, "date");
        ledger.accepts("2021-01-01 REVERSE reverses=extended memo=记错");
    }

    @Test
    void undoesPlacementsFromTheLastBackwards() {
        ledger.given("""
                2020-02-01 PLACE_WORKER ref=first party=W1 counterparty=示例工厂 source=LOCAL
                2020-03-01 END_PLACEMENT ref=end party=W1
                2020-03-01 PLACE_WORKER ref=second party=W1 counterparty=示例农场 source=LOCAL
                """);
        ledger.refuses("2020-04-01 REVERSE reverses=first memo=记错", RefusalCode.PLACEMENT_IN_USE, "reverses");
        ledger.refuses("2020-04-01 REVERSE reverses=end memo=记错", RefusalCode.PLACEMENT_IN_USE, "reverses");

        ledger.given("""
                2020-04-01 REVERSE reverses=second memo=记错
                2020-04-01 REVERSE reverses=end memo=记错
                2020-04-01 REVERSE reverses=first memo=记错
                """);
        ledger.refuses("2020-04-01 END_PLACEMENT party=W1", RefusalCode.NOT_PLACED, "party");
    }

    @Test
    void mayUndoAPlacementWhoseWagesAnotherOneWithThatEmployerCovers() {
        ledger.given("""
                2020-02-01 PLACE_WORKER party=W1 counterparty=示例工厂 source=LOCAL
                2020-03-10 END_PLACEMENT party=W1
                2020-03-20 PLACE_WORKER ref=second party=W1 counterparty=示例工厂 source=LOCAL
                2020-04-30 CONFIRM_WAGE ref=march party=W1 month=2020-03 amount=3000 memo=银行流水
                2020-04-30 CONFIRM_WAGE ref=april party=W1 month=2020-04 amount=3000 memo=银行流水
                """);
        ledger.refuses("2020-04-30 REVERSE reverses=second memo=记错", RefusalCode.PLACEMENT_IN_USE, "reverses");

        ledger.given("""
                2020-04-30 REVERSE reverses=april memo=记错
                2020-04-30 REVERSE reverses=second memo=记错
                """);
    }

    @Test
    void mayNotUndoAPlacementWhoseWagesOnlyAnotherEmployersPlacementCovers() {
        ledger.given("""
                2020-02-01 PLACE_WORKER party=W1 counterparty=示例工厂 source=LOCAL
                2020-03-10 END_PLACEMENT party=W1
                2020-03-20 PLACE_WORKER ref=second party=W1 counterparty=示例农场 source=LOCAL
                2020-04-30 CONFIRM_WAGE party=W1 month=2020-03 amount=3000 memo=银行流水
                """);

        ledger.refuses("2020-04-30 REVERSE reverses=second memo=记错", RefusalCode.PLACEMENT_IN_USE, "reverses");
    }
}

package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.VILLAGE;
import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCollectiveIncomeTest {

    private final TestLedger ledger = TestLedger.open();

    @ParameterizedTest
    @EnumSource(names = "FUND_RETURN", mode = EnumSource.Mode.EXCLUDE)
    void postsNothingWhereTheMoneyWentStraightToTheVillage(IncomeSource source) {
        Recorded it = ledger.accepts("2020-02-01 RECORD_COLLECTIVE_INCOME amount=100 source=" + source);

        assertThat(it.event())
                .isEqualTo(new CollectiveIncomeRecorded(
                        it.voucher(), VILLAGE, yuan("100"), source, IncomeRoute.DIRECT, Rules.V2));
        assertThat(it.entry()).containsExactly("2020-02-01");
    }

    @ParameterizedTest
    @EnumSource(names = "FUND_RETURN", mode = EnumSource.Mode.EXCLUDE)
    void isHeldForTheVillageWhereItWasReceivedHere(IncomeSource source) {
        Recorded it = ledger.accepts("2020-02-01 RECORD_COLLECTIVE_INCOME amount=100 payer=FUND source=" + source);

        assertThat(it.entry()).containsExactly("2020-02-01", "借 102 100.00", "贷 211:320000000001 100.00");
    }

    @ParameterizedTest
    @EnumSource
    void comesOutOfTheSurplusWhereTheFundReturnsIt(IncomeRoute route) {
        ledger.given("2020-02-01 OTHER_INCOME amount=100");

        Recorded it =
                ledger.accepts("2020-02-01 RECORD_COLLECTIVE_INCOME amount=100 source=FUND_RETURN payer=" + route);

        assertThat(it.entry()).containsExactly("2020-02-01", "借 332:distributed 100.00", "贷 211:320000000001 100.00");
    }
}

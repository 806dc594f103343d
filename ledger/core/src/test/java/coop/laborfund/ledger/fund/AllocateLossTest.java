package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocateLossTest {

    /** H1 holds 30,000, H2 20,000 and H3 10,000. */
    private final TestLedger ledger = TestLedger.funded();

    @Test
    void isSharedInProportionToWhatEachHolds() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=100");

        Recorded it = ledger.accepts("2020-03-01 ALLOCATE_LOSS amount=100 resolution=决议");

        assertThat(it.event())
                .isEqualTo(new LossAllocated(
                        it.voucher(),
                        yuan("100"),
                        LossSource.SHARES,
                        "决议",
                        List.of(
                                new LossLine("H1", yuan("50"), Fen.ZERO),
                                new LossLine("H2", yuan("33.33"), Fen.ZERO),
                                new LossLine("H3", yuan("16.67"), Fen.ZERO))));
        assertThat(it.entry())
                .containsExactly(
                        "2020-03-01",
                        "借 301:H1 50.00",
                        "借 301:H2 33.33",
                        "借 301:H3 16.67",
                        "贷 332:undistributed 100.00");
    }

    @Test
    void takesOwnMoneyFirst() {
        ledger.given("""
                2020-02-01 INVEST_SHARES party=H3 amount=10 source=OWN
                2020-02-01 PAY_EXPENSE amount=600
                """);

        LossAllocated it = (LossAllocated) ledger.accepts("2020-03-01 ALLOCATE_LOSS amount=600 resolution=决议")
                .event();

        assertThat(it.lines().getLast()).isEqualTo(new LossLine("H3", yuan("100.08"), yuan("10")));
    }

    @Test
    void isOnlyWhatTheFundsOwnReservesDoNotCover() {
        ledger.given("""
                2020-02-01 OTHER_INCOME amount=40
                2020-02-01 APPROPRIATE_RESERVE amount=40
                2020-02-01 FUND_RESERVE amount=5 source=DONATION
                2020-02-01 FUND_RESERVE amount=1000 source=FISCAL
                2020-02-01 PAY_EXPENSE amount=100
                """);

        ledger.refuses("2020-03-01 ALLOCATE_LOSS amount=55.01 resolution=决议", RefusalCode.OVER_LOSS, "amount");
        ledger.accepts("2020-03-01 ALLOCATE_LOSS amount=55 resolution=决议");
    }

    @Test
    void isCoveredByTheSurplusReserve() {
        ledger.given("""
                2020-02-01 OTHER_INCOME amount=40
                2020-02-01 APPROPRIATE_RESERVE amount=40
                2020-02-01 PAY_EXPENSE amount=30
                """);
        ledger.refuses(
                "2020-03-01 ALLOCATE_LOSS amount=30.01 resolution=决议 source=盈余公积", RefusalCode.OVER_LOSS, "amount");

        Recorded it = ledger.accepts("2020-03-01 ALLOCATE_LOSS amount=30 resolution=决议 source=盈余公积");

        assertThat(it.entry()).containsExactly("2020-03-01", "借 322:risk 30.00", "贷 332:undistributed 30.00");
        ledger.refuses(
                "2020-03-01 ALLOCATE_LOSS amount=1 resolution=决议 source=RESERVE", RefusalCode.OVER_LOSS, "amount");
    }

    @Test
    void takesNoMoreThanThereIs() {
        TestLedger poor = TestLedger.open().given("""
                2020-02-01 INVEST_SHARES party=H1 amount=10
                2020-02-01 RECEIVE_DEPOSIT party=C1 amount=100
                2020-02-01 PAY_EXPENSE amount=50
                """);

        poor.refuses("2020-03-01 ALLOCATE_LOSS amount=10.01 resolution=决议", RefusalCode.INSUFFICIENT_SHARES, "amount");
        poor.accepts("2020-03-01 ALLOCATE_LOSS amount=10 resolution=决议");
    }
}

package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendAdvanceTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-02-29 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议1
            2020-02-29 ADVANCE_CAPITAL advance=A2 party=C1 amount=100 rate=8 due=2020-03-31 resolution=决议1 source=WAGES
            """);

    @Test
    void putsTheDueDateOff() {
        Recorded it = ledger.accepts("2020-12-01 EXTEND_ADVANCE advance=A1 due=2021-06-30 resolution=决议2");

        assertThat(it.event()).isEqualTo(new AdvanceExtended(it.voucher(), "A1", LocalDate.of(2021, 6, 30), "决议2"));
        assertThat(it.entry()).containsExactly("2020-12-01");
    }

    /** The term ends where the advance's own would have, on a clamped month end, whenever it is extended. */
    @ParameterizedTest
    @CsvSource({"A1, 2023-02-28, 2023-03-01", "A2, 2020-04-29, 2020-04-30"})
    void countsTheTermFromTheAdvancesOwnDate(String advance, String latest, String tooLate) {
        String extension = "2020-03-15 EXTEND_ADVANCE advance=%s due=%s resolution=决议2";

        ledger.refuses(extension.formatted(advance, tooLate), RefusalCode.OVER_TERM, "due");
        ledger.accepts(extension.formatted(advance, latest));
    }

    @Test
    void takesTheTermFromThePolicyOfItsOwnDate() {
        ledger.given("2020-06-01 SET_POLICY policy=termMonths=37 resolution=决议");

        ledger.refuses(
                "2020-05-31 EXTEND_ADVANCE advance=A1 due=2023-03-29 resolution=决议2", RefusalCode.OVER_TERM, "due");
        ledger.accepts("2020-06-01 EXTEND_ADVANCE advance=A1 due=2023-03-29 resolution=决议2");
    }

    @Test
    void mustGoBeyondTheLatestDueDateSoFar() {
        ledger.given("2020-12-01 EXTEND_ADVANCE advance=A1 due=2021-06-30 resolution=决议2");

        ledger.refuses(
                "2020-12-01 EXTEND_ADVANCE advance=A1 due=2021-06-30 resolution=决议3",
                RefusalCode.DATE_OUT_OF_ORDER,
                "due");
        ledger.accepts("2020-12-01 EXTEND_ADVANCE advance=A1 due=2021-07-01 resolution=决议3");
    }

    @Test
    void rewritesNoClosedMonth() {
        ledger.closedThrough("2020-12")
                .refuses(
                        "2020-12-01 EXTEND_ADVANCE advance=A1 due=2021-06-30 resolution=决议2",
                        RefusalCode.PERIOD_CLOSED,
                        "date");
    }
}

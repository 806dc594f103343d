package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmWageTest {

    private final TestLedger ledger = TestLedger.open().given("""
            2020-02-29 PLACE_WORKER party=W1 counterparty=示例工厂 source=LOCAL
            2020-04-01 END_PLACEMENT party=W1
            2020-04-20 PLACE_WORKER party=W1 counterparty=示例农场 source=LOCAL
            """);

    private String employerOf(String row) {
        return ((WageConfirmed) ledger.accepts(row).event()).employer();
    }

    @Test
    void provesAMonthsWageAndPostsNothing() {
        Recorded it = ledger.accepts("2020-03-31 CONFIRM_WAGE party=W1 month=2020-03 amount=3,000 memo=银行流水");

        assertThat(it.event())
                .isEqualTo(new WageConfirmed(it.voucher(), "W1", "H1", "示例工厂", YearMonth.of(2020, 3), yuan("3000")));
        assertThat(it.voucher().memo()).isEqualTo("银行流水");
        assertThat(it.entry()).containsExactly("2020-03-31");
    }

    /** Placed by the month's last day, not ended before its first. */
    @ParameterizedTest
    @CsvSource({
        "2020-01, 示例工厂, false",
        "2020-02, 示例工厂, true",
        "2020-03, 示例工厂, true",
        "2020-04, 示例工厂, true",
        "2020-05, 示例工厂, false",
        "2020-03, 示例农场, false",
        "2020-04, 示例农场, true",
        "2020-06, 示例农场, true"
    })
    void needsAPlacementThatCoversTheMonth(String month, String employer, boolean isCovered) {
        String wage = "2020-06-30 CONFIRM_WAGE party=W1 month=%s counterparty=%s amount=3000 memo=银行流水"
                .formatted(month, employer);

        if (isCovered) {
            ledger.accepts(wage);
        } else {
            ledger.refuses(wage, RefusalCode.NOT_PLACED, "counterparty");
        }
    }

    @Test
    void takesTheLastRecordedPlacementOfTheMonthWhereNoEmployerIsNamed() {
        assertThat(employerOf("2020-06-30 CONFIRM_WAGE party=W1 month=2020-04 amount=3000 memo=银行流水"))
                .isEqualTo("示例农场");
        assertThat(employerOf("2020-06-30 CONFIRM_WAGE party=W1 month=2020-03 amount=3000 memo=银行流水"))
                .isEqualTo("示例工厂");
    }

    @Test
    void isConfirmedOnceForEachEmployer() {
        ledger.given("2020-06-30 CONFIRM_WAGE ref=r1 party=W1 month=2020-04 amount=3000 memo=银行流水");

        ledger.refuses(
                "2020-06-30 CONFIRM_WAGE party=W1 month=2020-04 amount=1 memo=银行流水",
                RefusalCode.ALREADY_CONFIRMED,
                "month");
        ledger.accepts("2020-06-30 CONFIRM_WAGE party=W1 month=2020-04 counterparty=示例工厂 amount=1 memo=银行流水");
    }

    @Test
    void mayBeConfirmedAnewOnceItIsUndone() {
        ledger.given("""
                2020-06-30 CONFIRM_WAGE ref=r1 party=W1 month=2020-04 amount=3000 memo=银行流水
                2020-06-30 REVERSE reverses=r1 memo=记错
                2020-06-30 CONFIRM_WAGE party=W1 month=2020-04 amount=3100 memo=银行流水
                """);
    }

    @Test
    void mayBeRecordedInTheMonthItIsFor() {
        ledger.accepts("2020-03-01 CONFIRM_WAGE party=W1 month=2020-03 amount=3000 memo=银行流水");
    }
}

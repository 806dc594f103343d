package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PublishNoticeTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void saysThatAMonthWasMadePublicAndPostsNothing() {
        Recorded it = ledger.accepts("2020-02-15 PUBLISH_NOTICE month=2020-01");

        assertThat(it.event()).isEqualTo(new NoticePublished(it.voucher(), YearMonth.of(2020, 1)));
        assertThat(it.entry()).containsExactly("2020-02-15");
    }

    @Test
    void mayBeGivenOnTheLastDayAndNotBefore() {
        ledger.refuses("2020-01-30 PUBLISH_NOTICE month=2020-01", RefusalCode.PERIOD_NOT_ENDED, "date");
        ledger.accepts("2020-01-31 PUBLISH_NOTICE month=2020-01");
    }

    @Test
    void isOfNoMonthBeforeTheOpening() {
        TestLedger midYear = TestLedger.empty().given("2020-07-31 OPEN_FUND name=示例 party=320000000001");

        midYear.refuses("2020-08-31 PUBLISH_NOTICE month=2020-06", RefusalCode.DATE_BEFORE_OPENING, "month");
        midYear.accepts("2020-07-31 PUBLISH_NOTICE month=2020-07");
    }

    @Test
    void mayBeGivenTwiceForOneMonth() {
        ledger.accepts("2020-02-15 PUBLISH_NOTICE month=2020-01");
        ledger.accepts("2020-02-16 PUBLISH_NOTICE month=2020-01");
    }

    @Test
    void asksForNoClosedMonthAndIsBoundByNone() {
        ledger.given("2020-01-31 CLOSE_MONTH month=2020-01");

        ledger.accepts("2020-01-31 PUBLISH_NOTICE month=2020-01");
        ledger.accepts("2020-02-29 PUBLISH_NOTICE month=2020-02");
    }

    @Test
    void isNotReversible() {
        ledger.accepts("2020-02-15 PUBLISH_NOTICE ref=n1 month=2020-01");

        ledger.refuses("2020-02-16 REVERSE reverses=n1 memo=记错", RefusalCode.NOT_REVERSIBLE, "reverses");
    }
}

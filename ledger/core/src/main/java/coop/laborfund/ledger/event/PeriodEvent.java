package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import java.time.YearMonth;
import java.util.List;

/** What is done with a month as a whole (月度). */
public sealed interface PeriodEvent extends FundEvent {

    /**
     * A month was closed (月结). December also carries the year's result, account by account, which is moved to 331 and on to
     * 332, and what was distributed.
     *
     * @param results the balance (debit minus credit) of each income and expense account of the year; empty but in December
     * @param distributed the balance of 332:distributed of the year; zero but in December, and under {@link Rules#V1}
     */
    record MonthClosed(Voucher voucher, YearMonth month, List<YearResult> results, Fen distributed, Rules rules)
            implements PeriodEvent {

        /**
         * One account's balance of the year.
         *
         * @param account the account's code in the chart
         * @param sub its sub-account, empty where it has none
         * @param balance debit minus credit, of postings dated in the year; never zero
         */
        public record YearResult(String account, String sub, Fen balance) {}
    }

    /**
     * The figures of a month's, quarter's or year's end were made public (公示), as known at the position before this one; a
     * later notice of the same month takes its place.
     *
     * @param month the period's last month
     */
    record NoticePublished(Voucher voucher, YearMonth month) implements PeriodEvent {}
}

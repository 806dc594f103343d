package coop.laborfund.api.answer;

import coop.laborfund.projections.query.MemberAccounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The households' accounts with a fund, money as strings of yuan: by household, posting date and position, a row for each
 * movement, with what stood after it.
 */
public record MemberAccountsAnswer(String fund, List<MemberRow> rows) {

    /**
     * A movement; what it did, and after it the shares held, dividends unpaid and all payouts so far.
     *
     * @param shares more positive, less negative
     * @param declared negative where it was reversed, as are {@code paid} and {@code payout}; what came back is paid less
     */
    public record MemberRow(
            String household,
            String date,
            long position,
            String ref,
            String type,
            String shares,
            String holding,
            String declared,
            String paid,
            String unpaid,
            String payout,
            String payouts,
            String memo) {

        private static MemberRow of(MemberAccounts.Row row) {
            return new MemberRow(
                    row.household(),
                    row.date().toString(),
                    row.position(),
                    row.ref(),
                    row.type().name(),
                    row.shares().toString(),
                    row.holding().toString(),
                    row.declared().toString(),
                    row.paid().toString(),
                    row.unpaid().toString(),
                    row.payout().toString(),
                    row.payouts().toString(),
                    row.memo());
        }
    }

    /** @param household whose rows alone are answered, null for all */
    public static MemberAccountsAnswer of(String fund, List<MemberAccounts.Row> rows, @Nullable String household) {
        return new MemberAccountsAnswer(
                fund,
                rows.stream()
                        .filter(row -> household == null || row.household().equals(household))
                        .map(MemberRow::of)
                        .toList());
    }
}

package coop.laborfund.api.asking;

import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which statement of a fund is asked for.
 *
 * @param asOf the last day, null for today
 * @param knownAt the last position that counts, null for all
 * @param from the first day of a turnover or a book, null for 1 January of the last one's year
 * @param account the code of a book's account; the general ledger has all without it
 * @param sub the sub-account of an account's book, null for all of it
 */
public record StatementAsked(
        StatementForm form,
        String fund,
        @Nullable LocalDate asOf,
        @Nullable Long knownAt,
        @Nullable LocalDate from,
        @Nullable String account,
        @Nullable String sub) {

    /** Whether the account is one of the chart's; an account's book needs one, and nothing else does. */
    public boolean hasGoodAccount() {
        return account == null ? form != StatementForm.LEDGER : ChartOfAccounts.has(account);
    }

    /** The same, as far as was known at a position. */
    public StatementAsked knownAt(@Nullable Long position) {
        return new StatementAsked(form, fund, asOf, position, from, account, sub);
    }

    /** The first day, where the last one is known. */
    LocalDate from(LocalDate last) {
        return from == null ? last.withDayOfYear(1) : from;
    }
}

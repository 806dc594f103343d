package coop.laborfund.api.answer;

import coop.laborfund.projections.query.Differences;
import coop.laborfund.projections.query.Differences.AccountDifference;
import coop.laborfund.projections.query.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fund's books of one day and knowing differ from those of another, money as strings of yuan, debit minus credit.
 *
 * @param before what is compared with
 * @param after what is compared
 * @param accounts those that movements lie between; the others are the same in both
 */
public record DifferencesAnswer(String fund, State before, State after, List<Account> accounts) {

    /**
     * A state of the books.
     *
     * @param asOf null where everything recorded counts
     * @param position the last position that counts
     */
    public record State(@Nullable String asOf, long position) {

        private static State of(Scope scope) {
            return new State(
                    scope.asOf().equals(Scope.ANY_DAY) ? null : scope.asOf().toString(), scope.knownAt());
        }
    }

    /** One account or sub-account; its movements' amounts add up to the difference. */
    public record Account(
            String account,
            String sub,
            String name,
            String before,
            String after,
            String difference,
            List<Movement> movements) {}

    /** A movement that counts in one of the two states alone, and what it adds on the way from before to after. */
    public record Movement(long position, String date, String ref, String type, String amount, String memo) {}

    public static DifferencesAnswer of(Differences differences) {
        return new DifferencesAnswer(
                differences.after().fund(),
                State.of(differences.before()),
                State.of(differences.after()),
                differences.accounts().stream().map(DifferencesAnswer::account).toList());
    }

    private static Account account(AccountDifference account) {
        return new Account(
                account.account(),
                account.sub(),
                account.name(),
                account.before().toString(),
                account.after().toString(),
                account.difference().toString(),
                account.movements().stream()
                        .map(moved -> new Movement(
                                moved.position(),
                                moved.date().toString(),
                                moved.ref(),
                                moved.type().name(),
                                moved.amount().toString(),
                                moved.memo()))
                        .toList());
    }
}

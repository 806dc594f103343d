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
public record DifferencesAnswer(String fund, StateOfBooks before, StateOfBooks after, List<Difference> accounts) {

    /**
     * A state of the books.
     *
     * @param asOf null where everything recorded counts
     * @param position the last position that counts
     */
    public record StateOfBooks(@Nullable String asOf, long position) {

        private static StateOfBooks of(Scope scope) {
            return new StateOfBooks(
                    scope.asOf().equals(Scope.ANY_DAY) ? null : scope.asOf().toString(), scope.knownAt());
        }
    }

    /** One account or sub-account; its movements' amounts add up to the difference. */
    public record Difference(
            String account,
            String sub,
            String name,
            String before,
            String after,
            String difference,
            List<Change> movements) {}

    /** A movement that counts in one of the two states alone, and what it adds on the way from before to after. */
    public record Change(long position, String date, String ref, String type, String amount, String memo) {}

    public static DifferencesAnswer of(Differences differences) {
        return new DifferencesAnswer(
                differences.after().fund(),
                StateOfBooks.of(differences.before()),
                StateOfBooks.of(differences.after()),
                differences.accounts().stream().map(DifferencesAnswer::account).toList());
    }

    private static Difference account(AccountDifference account) {
        return new Difference(
                account.account(),
                account.sub(),
                account.name(),
                account.before().toString(),
                account.after().toString(),
                account.difference().toString(),
                account.movements().stream()
                        .map(moved -> new Change(
                                moved.position(),
                                moved.date().toString(),
                                moved.ref(),
                                moved.type().name(),
                                moved.amount().toString(),
                                moved.memo()))
                        .toList());
    }
}

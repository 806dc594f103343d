package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Why a guarantee is not kept, or not yet: what is lacking, of what, and how much. Whoever shows it puts it into words. */
public sealed interface Reason {

    /**
     * An advance is past due.
     *
     * @param due the due date that it is judged by
     * @param good whether it still counts as good, being within the days of grace
     */
    record PastDue(String company, String advance, Fen outstanding, LocalDate due, boolean good) implements Reason {}

    /** Less stands for the capital than was put in. */
    record CoverageLacking(Fen shares, Fen allocated, Fen coverage, Fen lacking) implements Reason {}

    /** The risk reserve is smaller than the policy asks. */
    record ReserveLacking(Fen reserve, Fen needed, Fen lacking) implements Reason {}

    /** The village has less than its target. */
    record VillageIncomeLacking(Fen target, Fen received, Fen paid, Fen lacking) implements Reason {}

    /** The fund still holds some of the village's income. */
    record Unremitted(Fen amount) implements Reason {}

    /**
     * Households are not where they should be.
     *
     * @param verdict theirs
     * @param some the first of them, by id
     * @param number how many there are
     */
    record Households(Verdict verdict, List<String> some, int number, Fen lacking) implements Reason {}

    /** No worker of the household has a month that counts. */
    record NoMonth(int needed) implements Reason {}

    /**
     * The worker with the most months has too few that count.
     *
     * @param proved those that do
     */
    record MonthsLacking(String worker, List<YearMonth> proved, int needed) implements Reason {

        public int lacking() {
            return needed - proved.size();
        }
    }

    /** A month does not count because its wage is too small. */
    record WageLacking(String worker, YearMonth month, Fen wage, Fen lacking) implements Reason {}

    /** The household's income is below its line. */
    record IncomeLacking(Fen line, Fen income, Fen paid, Fen lacking) implements Reason {}

    /** The year's wages may still be proved. */
    record WagesProvable(LocalDate until) implements Reason {}
}

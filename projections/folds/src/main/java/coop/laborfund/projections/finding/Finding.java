package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that an inspector should look at.
 *
 * @param since the business date from which it is so, or on which it happened first
 * @param amount the money that it is about, zero or more
 * @param details what its sentence names, in the order of the sentence: ids, amounts, dates, numbers, words, lists of ids
 * @param evidence positions of events that show it, ascending; the first {@value #MOST_EVIDENCE} where there are more
 */
public record Finding(What what, LocalDate since, Fen amount, List<Object> details, List<Long> evidence) {

    /** So that a history taken over in one go, all of it late, does not name each of its movements. */
    static final int MOST_EVIDENCE = 100;

    public Finding {
        details = List.copyOf(details);
        evidence = evidence.stream().sorted().distinct().limit(MOST_EVIDENCE).toList();
    }
}

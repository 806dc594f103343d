package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * Which bank lines and movements are matched.
 *
 * @param byRef the ref of the match that each is in, by its own ref
 */
public record BankMatches(TreePMap<String, String> byRef) {

    static final BankMatches EMPTY = new BankMatches(Maps.byId());

    BankMatches evolve(FundEvent event) {
        if (event instanceof BankLinesMatched match) {
            TreePMap<String, String> more = byRef;
            for (String ref : refs(match).toList()) {
                more = more.plus(ref, match.ref());
            }
            return new BankMatches(more);
        }
        return event instanceof MovementReversed reversal && reversal.original() instanceof BankLinesMatched match
                ? new BankMatches(byRef.minusAll(refs(match).toList()))
                : this;
    }

    private static Stream<String> refs(BankLinesMatched match) {
        return Stream.concat(match.lines().stream(), match.movements().stream());
    }

    boolean contains(String ref) {
        return byRef.containsKey(ref);
    }
}

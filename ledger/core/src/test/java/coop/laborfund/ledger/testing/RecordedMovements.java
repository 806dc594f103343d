package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.fund.PriorMovements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one fund has recorded, in memory. */
public final class RecordedMovements implements PriorMovements {

    private final List<FundEvent> events = new ArrayList<>();
    private final Map<String, Outcome.Accepted> byRef = new HashMap<>();
    private final Set<String> reversed = new HashSet<>();

    public void add(Outcome.Accepted accepted) {
        events.add(accepted.event());
        byRef.put(accepted.event().ref(), accepted);
        if (accepted.event() instanceof MovementReversed reversal) {
            reversed.add(reversal.original().ref());
        }
    }

    /** In the order of recording. */
    public List<FundEvent> events() {
        return Collections.unmodifiableList(events);
    }

    @Override
    public Optional<String> digestOf(String ref) {
        return Optional.ofNullable(byRef.get(ref))
                .map(accepted -> accepted.movement().digest());
    }

    @Override
    public Optional<FundEvent> eventOf(String ref) {
        return Optional.ofNullable(byRef.get(ref)).map(Outcome.Accepted::event);
    }

    @Override
    public boolean isReversed(String ref) {
        return reversed.contains(ref);
    }
}

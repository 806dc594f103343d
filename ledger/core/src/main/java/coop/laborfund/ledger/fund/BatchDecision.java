package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Movements of one fund decided one after another, each on the state that the accepted ones before it leave; a refused one is
 * as if it were absent.
 *
 * @param outcomes one for each movement, in their order
 * @param state the fund's state after the accepted ones
 */
public record BatchDecision(List<Outcome> outcomes, FundState state) {

    /**
     * @param prior what was recorded before the batch
     * @param today the date in Asia/Shanghai
     */
    public static BatchDecision of(FundState state, List<Movement> movements, PriorMovements prior, LocalDate today) {
        Overlay known = new Overlay(prior);
        List<Outcome> outcomes = new ArrayList<>(movements.size());
        FundState current = state;
        for (Movement movement : movements) {
            Outcome outcome = FundDecider.decide(current, movement, known, today);
            if (outcome instanceof Outcome.Accepted accepted) {
                current = current.evolve(accepted.event(), accepted.entry());
                known.add(accepted);
            }
            outcomes.add(outcome);
        }
        return new BatchDecision(List.copyOf(outcomes), current);
    }

    /** What was recorded before, and what this batch accepted, for a batch that follows it. */
    public PriorMovements recordedAfter(PriorMovements before) {
        Overlay known = new Overlay(before);
        accepted().forEach(known::add);
        return known;
    }

    public List<Outcome.Accepted> accepted() {
        return outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .map(Outcome.Accepted.class::cast)
                .toList();
    }

    public List<Outcome.Refused> refused() {
        return outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .toList();
    }

    /** What was recorded before, and what the batch has accepted so far. */
    private static final class Overlay implements PriorMovements {
        private final PriorMovements before;
        private final Map<String, Outcome.Accepted> accepted = new HashMap<>();
        private final Set<String> reversed = new HashSet<>();

        Overlay(PriorMovements before) {
            this.before = before;
        }

        void add(Outcome.Accepted outcome) {
            accepted.put(outcome.event().ref(), outcome);
            if (outcome.event() instanceof MovementReversed reversal) {
                reversed.add(reversal.original().ref());
            }
        }

        @Override
        public Optional<String> digestOf(String ref) {
            Outcome.Accepted here = accepted.get(ref);
            return here == null
                    ? before.digestOf(ref)
                    : Optional.of(here.movement().digest());
        }

        @Override
        public Optional<FundEvent> eventOf(String ref) {
            Outcome.Accepted here = accepted.get(ref);
            return here == null ? before.eventOf(ref) : Optional.of(here.event());
        }

        @Override
        public Map<String, FundEvent> eventsOf(Collection<String> refs) {
            Map<String, FundEvent> events = new HashMap<>();
            List<String> others = new ArrayList<>();
            for (String ref : refs) {
                Outcome.Accepted here = accepted.get(ref);
                if (here == null) {
                    others.add(ref);
                } else {
                    events.put(ref, here.event());
                }
            }
            if (!others.isEmpty()) {
                events.putAll(before.eventsOf(others));
            }
            return events;
        }

        @Override
        public Set<String> reversedOf(Collection<String> refs) {
            Set<String> found = new HashSet<>(before.reversedOf(refs));
            refs.stream().filter(reversed::contains).forEach(found::add);
            return found;
        }

        @Override
        public boolean isReversed(String ref) {
            return reversed.contains(ref) || before.isReversed(ref);
        }
    }
}

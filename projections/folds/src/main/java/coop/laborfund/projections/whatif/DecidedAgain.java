package coop.laborfund.projections.whatif;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.fund.PriorMovements;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.MovementRow;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.whatif.WhatIf.OtherRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides each movement twice on the books as they really were when it was recorded, under the policy that held and under the
 * supposed one. A refusal is told where only the latter refuses: what today's rules would say of both is another question. It keeps
 * the events, for reversals and matches name them.
 */
final class DecidedAgain {

    private final Known known = new Known();
    private final List<OtherRefusal> refusals = new ArrayList<>();
    private FundState actual = FundState.EMPTY;
    private FundState supposed = FundState.EMPTY;
    private int undecided;

    /** @param other the event as it is under the supposed policy */
    void add(RecordedEvent recorded, RecordedEvent other, boolean asked) {
        FundEvent event = recorded.event();
        if (asked) {
            decide(recorded, MovementRow.of(event));
        }
        actual = actual.evolve(event);
        supposed = supposed.evolve(other.event());
        known.add(event);
    }

    private void decide(RecordedEvent recorded, Map<Column, String> cells) {
        switch (MovementForm.read(cells)) {
            case ReadRow.Malformed malformed -> undecided++;
            case ReadRow.WellFormed read -> {
                Movement movement = read.movement();
                Optional<Rejection> other = rejection(supposed, movement);
                if (other.isPresent() && rejection(actual, movement).isEmpty()) {
                    FundEvent event = recorded.event();
                    refusals.add(new OtherRefusal(
                            recorded.position(),
                            event.ref(),
                            event.date(),
                            MovementType.of(event),
                            other.get(),
                            cells.getOrDefault(other.get().column(), "")));
                }
            }
        }
    }

    private Optional<Rejection> rejection(FundState state, Movement movement) {
        return switch (FundDecider.decide(state, movement, known, Scope.ANY_DAY)) {
            case Outcome.Refused refused -> Optional.of(refused.rejection());
            case Outcome.Accepted accepted -> Optional.empty();
            case Outcome.AlreadyRecorded already -> Optional.empty();
        };
    }

    /** The fund as it is. */
    FundState actual() {
        return actual;
    }

    /** The fund with the supposed policy. */
    FundState supposed() {
        return supposed;
    }

    List<OtherRefusal> refusals() {
        return List.copyOf(refusals);
    }

    int undecided() {
        return undecided;
    }

    /** What was recorded before; no ref in it is asked for again. */
    private static final class Known implements PriorMovements {
        private final Map<String, FundEvent> events = new HashMap<>();
        private final Set<String> reversed = new HashSet<>();

        void add(FundEvent event) {
            events.put(event.ref(), event);
            if (event instanceof MovementReversed reversal) {
                reversed.add(reversal.original().ref());
            }
        }

        @Override
        public Optional<String> digestOf(String ref) {
            return Optional.empty();
        }

        @Override
        public Optional<FundEvent> eventOf(String ref) {
            return Optional.ofNullable(events.get(ref));
        }

        @Override
        public boolean isReversed(String ref) {
            return reversed.contains(ref);
        }
    }
}

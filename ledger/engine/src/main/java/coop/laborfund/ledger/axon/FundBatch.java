package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.DecisionBasis;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.fund.BatchDecision;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.fund.Outcome.Accepted;
import coop.laborfund.ledger.fund.PriorMovements;
import coop.laborfund.ledger.store.AppendSizes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Requests of one fund decided one after another, each on the state that the recorded ones before it leave. */
final class FundBatch {

    /**
     * What one request comes to.
     *
     * @param toRecord empty where it is refused or was recorded before
     * @param state the fund's after it
     */
    record Answered(RecordRequest request, List<Outcome> outcomes, List<Accepted> toRecord, FundState state) {

        boolean isRefused() {
            return outcomes.stream().anyMatch(Outcome.Refused.class::isInstance);
        }
    }

    private final long sequence;
    private final LocalDate today;
    private final Function<List<String>, PriorMovements> register;
    private final boolean careful;
    private final List<Answered> answers = new ArrayList<>();

    private FundState state;
    private List<BatchDecision> recorded = List.of();

    /**
     * @param sequence the fund's last event that the state knows, -1 where none
     * @param register what the fund has recorded, asked for these refs; for none, it takes all refs for new
     * @param careful whether refs are to be asked for at once
     */
    FundBatch(
            FundState state,
            long sequence,
            LocalDate today,
            Function<List<String>, PriorMovements> register,
            boolean careful) {
        this.state = state;
        this.sequence = sequence;
        this.today = today;
        this.register = register;
        this.careful = careful;
    }

    void decide(RecordRequest request) {
        BatchDecision decision = decision(request);
        boolean refused = !decision.refused().isEmpty();
        List<Accepted> toRecord = refused ? List.of() : decision.accepted();
        if (!toRecord.isEmpty()) {
            state = decision.state();
            recorded = new ArrayList<>(recorded);
            recorded.add(decision);
        }
        answers.add(new Answered(request, decision.outcomes(), toRecord, state));
    }

    private BatchDecision decision(RecordRequest request) {
        FundDecision checked = request.checked();
        DecisionBasis basis = checked == null ? null : checked.basis();
        if (checked != null && basis != null && recorded.isEmpty() && stillHolds(basis)) {
            return new BatchDecision(checked.outcomes(), checked.state());
        }
        List<Movement> movements = request.movements();
        // The store looks for the refs of smaller ones as it appends.
        if (!careful && movements.size() < AppendSizes.LARGE) {
            BatchDecision hopeful = BatchDecision.of(state, movements, known(register.apply(List.of())), today);
            if (hopeful.refused().isEmpty()) {
                return hopeful;
            }
        }
        List<String> refs =
                movements.stream().map(movement -> movement.command().ref()).toList();
        return BatchDecision.of(state, movements, known(register.apply(refs)), today);
    }

    private boolean stillHolds(DecisionBasis basis) {
        return basis.sequence() == sequence && basis.today().equals(today);
    }

    private PriorMovements known(PriorMovements before) {
        PriorMovements known = before;
        for (BatchDecision decision : recorded) {
            known = decision.recordedAfter(known);
        }
        return known;
    }

    List<Answered> answers() {
        return answers;
    }

    FundState state() {
        return state;
    }

    boolean recordsNothing() {
        return recorded.isEmpty();
    }

    /** All that is to be recorded, in order. */
    List<Accepted> toRecord() {
        return answers.stream().flatMap(answer -> answer.toRecord().stream()).toList();
    }

    /** @param last the position of the last event that was appended; where nothing was, the last one of all */
    List<FundDecision> decisions(long last) {
        List<FundDecision> decisions = new ArrayList<>();
        long position = last - toRecord().size();
        for (Answered answer : answers) {
            position += answer.toRecord().size();
            boolean nothing = answer.toRecord().isEmpty();
            decisions.add(new FundDecision(
                    answer.outcomes(), !answer.isRefused(), nothing ? last : position, answer.state(), null));
        }
        return decisions;
    }
}

package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.door.DecisionBasis;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.door.TakeoverEndedException;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.fund.BatchDecision;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome.Accepted;
import coop.laborfund.ledger.fund.PriorMovements;
import coop.laborfund.ledger.fund.StateBehindException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;

/** Has a fund decide, and sees to what stands around a decision: today's date, names, freshness, snapshots. */
final class FundCommandHandler {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Repository<FundAggregate> funds;
    private final BiFunction<String, List<String>, PriorMovements> register;
    private final Freshness freshness;
    private final BiConsumer<String, Registered> registers;

    private final Takeovers takeovers;
    private final FundSnapshots snapshots;
    private final Clock clock;

    /**
     * @param register what a fund has recorded, asked for a batch with these refs
     * @param registers takes what of a fund goes beside the history
     */
    FundCommandHandler(
            Repository<FundAggregate> funds,
            BiFunction<String, List<String>, PriorMovements> register,
            Freshness freshness,
            BiConsumer<String, Registered> registers,
            Takeovers takeovers,
            FundSnapshots snapshots,
            Clock clock) {
        this.funds = funds;
        this.register = register;
        this.freshness = freshness;
        this.registers = registers;
        this.takeovers = takeovers;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @CommandHandler
    PendingAnswer handle(RecordMovements command) throws Exception {
        String id = command.fund();
        Aggregate<FundAggregate> fund = load(id);
        FundBatch batch = decided(fund, id, () -> batch(fund, command));
        if (batch.recordsNothing()) {
            return PendingAnswer.confirmed(batch.decisions(confirmedPosition(fund, id)));
        }
        requireTakeoversOpen(fund, id, batch);
        // Before the history, not after it: nothing may fail once the events are in, and a name may be set again.
        registers.accept(id, registeredIn(batch.toRecord()));
        fund.execute(root -> root.record(batch.answers(), batch.state()));
        // What was refused beside it was decided on the same state, which the append confirms.
        return PendingAnswer.onceCommitted(batch);
    }

    @CommandHandler
    PendingAnswer handle(CheckMovements command) throws Exception {
        String id = command.fund();
        Aggregate<FundAggregate> fund = load(id);
        LocalDate today = today();
        List<String> refs = command.movements().stream()
                .map(movement -> movement.command().ref())
                .toList();
        BatchDecision decision = decided(
                fund, id, () -> BatchDecision.of(state(fund), command.movements(), known(fund, id, refs), today));
        if (!decision.accepted().isEmpty()) {
            takeovers.requireOpen(command.requester(), id, sequence(fund));
        }
        DecisionBasis basis = new DecisionBasis(sequence(fund), today);
        return PendingAnswer.confirmed(List.of(
                new FundDecision(decision.outcomes(), false, confirmedPosition(fund, id), decision.state(), basis)));
    }

    /** Of requests decided together, one that takes over may not follow one that records what happens. */
    private void requireTakeoversOpen(Aggregate<FundAggregate> fund, String id, FundBatch batch) {
        boolean happening = false;
        for (FundBatch.Answered answer : batch.answers()) {
            Requester requester = answer.request().requester();
            if (answer.toRecord().isEmpty()) {
                continue;
            }
            if (happening && requester.isTakingOver()) {
                throw new TakeoverEndedException(id);
            }
            takeovers.requireOpen(requester, id, sequence(fund));
            happening |= !requester.isTakingOver();
        }
    }

    /**
     * The register may know a movement to undo that another node recorded, with a household or an advance of which this node's
     * cached state knows nothing yet. That is asked of the database: on the newest state it is a bug.
     *
     * @throws ConcurrencyException where the state is behind
     */
    private <T> T decided(Aggregate<FundAggregate> fund, String id, Supplier<T> decision) {
        try {
            return decision.get();
        } catch (StateBehindException unknown) {
            confirmedPosition(fund, id);
            throw unknown;
        }
    }

    private FundBatch batch(Aggregate<FundAggregate> fund, RecordMovements command) {
        FundBatch batch = new FundBatch(
                state(fund), sequence(fund), today(), refs -> known(fund, command.fund(), refs), command.repeated());
        command.requests().forEach(batch::decide);
        return batch;
    }

    /** A fund without events has recorded nothing under any ref: thousands of them need not be looked for. */
    private PriorMovements known(Aggregate<FundAggregate> fund, String id, List<String> refs) {
        return register.apply(id, sequence(fund) < 0 ? List.of() : refs);
    }

    private static FundState state(Aggregate<FundAggregate> fund) {
        return fund.invoke(FundAggregate::state);
    }

    private Aggregate<FundAggregate> load(String id) throws Exception {
        Aggregate<FundAggregate> fund = funds.loadOrCreate(id, () -> new FundAggregate(id));
        CurrentUnitOfWork.get().afterCommit(unit -> snapshots.takeIfDue(fund));
        return fund;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    private static long sequence(Aggregate<FundAggregate> fund) {
        return Optional.ofNullable(fund.version()).orElse(-1L);
    }

    /**
     * What appends nothing meets no conflict, so it is compared here with the database: another node may have recorded what
     * this one's cached state knows nothing of.
     *
     * @throws ConcurrencyException where the state is behind
     */
    private long confirmedPosition(Aggregate<FundAggregate> fund, String id) {
        return freshness
                .lastPositionIfStillAt(id, sequence(fund))
                .orElseThrow(
                        () -> new ConcurrencyException("the database has more of " + id + " than this decision saw"));
    }

    private static Registered registeredIn(List<Accepted> accepted) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Accepted movement : accepted) {
            movement.movement().registered().ifPresent(text -> {
                if (movement.event() instanceof HouseholdAdmitted admitted) {
                    names.put(admitted.household(), text);
                } else if (movement.event() instanceof BankLineRecorded line) {
                    texts.put(line.ref(), text);
                }
            });
        }
        return new Registered(names, texts);
    }
}

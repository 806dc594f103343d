package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.fund.BatchDecision;
import coop.laborfund.ledger.fund.Outcome.Accepted;
import coop.laborfund.ledger.fund.PriorMovements;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Has a fund decide, and sees to what stands around a decision: today's date, names, freshness, snapshots. */
final class FundCommandHandler {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Repository<FundAggregate> funds;
    private final BiFunction<String, List<String>, PriorMovements> register;
    private final Freshness freshness;
    private final BiConsumer<String, Map<String, String>> names;
    private final FundSnapshots snapshots;
    private final Clock clock;

    /**
     * @param register what a fund has recorded, asked for a batch with these refs
     * @param names takes a fund's names by household
     */
    FundCommandHandler(
            Repository<FundAggregate> funds,
            BiFunction<String, List<String>, PriorMovements> register,
            Freshness freshness,
            BiConsumer<String, Map<String, String>> names,
            FundSnapshots snapshots,
            Clock clock) {
        this.funds = funds;
        this.register = register;
        this.freshness = freshness;
        this.names = names;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @CommandHandler
    PendingAnswer handle(RecordMovements command) throws Exception {
        Aggregate<FundAggregate> fund = load(command.fund());
        return decideAndRecord(fund, command.fund(), command.movements());
    }

    @CommandHandler
    PendingAnswer handle(RecordDecision command) throws Exception {
        Aggregate<FundAggregate> fund = load(command.fund());
        FundDecision known = command.decision();
        DecisionBasis basis = known.basis();
        if (basis == null
                || basis.sequence() != sequence(fund)
                || !basis.today().equals(today())) {
            return decideAndRecord(fund, command.fund(), command.movements());
        }
        return record(fund, command.fund(), new BatchDecision(known.outcomes(), basis.after()));
    }

    @CommandHandler
    PendingAnswer handle(CheckMovements command) throws Exception {
        Aggregate<FundAggregate> fund = load(command.fund());
        LocalDate today = today();
        BatchDecision decision = decide(fund, command.fund(), command.movements(), today);
        DecisionBasis basis = new DecisionBasis(sequence(fund), today, decision.state());
        return confirmed(fund, command.fund(), decision, false, basis);
    }

    private PendingAnswer decideAndRecord(Aggregate<FundAggregate> fund, String id, List<Movement> movements) {
        return record(fund, id, decide(fund, id, movements, today()));
    }

    private PendingAnswer record(Aggregate<FundAggregate> fund, String id, BatchDecision decision) {
        List<Accepted> accepted = decision.accepted();
        boolean refused = !decision.refused().isEmpty();
        if (refused || accepted.isEmpty()) {
            return confirmed(fund, id, decision, !refused, null);
        }
        // Before the history, not after it: nothing may fail once the events are in, and a name may be set again.
        names.accept(id, namesIn(accepted));
        fund.execute(root -> root.record(accepted, decision.state()));
        return PendingAnswer.onceCommitted(decision.outcomes());
    }

    private Aggregate<FundAggregate> load(String id) throws Exception {
        Aggregate<FundAggregate> fund = funds.loadOrCreate(id, () -> new FundAggregate(id));
        CurrentUnitOfWork.get().afterCommit(unit -> snapshots.takeIfDue(fund));
        return fund;
    }

    private BatchDecision decide(Aggregate<FundAggregate> fund, String id, List<Movement> movements, LocalDate today) {
        List<String> refs =
                movements.stream().map(movement -> movement.command().ref()).toList();
        PriorMovements prior = register.apply(id, refs);
        return fund.invoke(root -> root.decide(movements, prior, today));
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
    private PendingAnswer confirmed(
            Aggregate<FundAggregate> fund,
            String id,
            BatchDecision decision,
            boolean recorded,
            @Nullable DecisionBasis basis) {
        long position = freshness
                .lastPositionIfStillAt(id, sequence(fund))
                .orElseThrow(
                        () -> new ConcurrencyException("the database has more of " + id + " than this decision saw"));
        return PendingAnswer.confirmed(new FundDecision(decision.outcomes(), recorded, position, basis));
    }

    private static Map<String, String> namesIn(List<Accepted> accepted) {
        Map<String, String> names = new HashMap<>();
        for (Accepted movement : accepted) {
            if (movement.event() instanceof HouseholdAdmitted admitted) {
                movement.movement().householdName().ifPresent(name -> names.put(admitted.household(), name));
            }
        }
        return names;
    }
}

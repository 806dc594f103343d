package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerContendedException;
import coop.laborfund.ledger.door.LedgerObserver;
import coop.laborfund.ledger.door.LedgerStoppedException;
import coop.laborfund.ledger.door.LikeMovements;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.RecordingCondition;
import coop.laborfund.ledger.door.Requester;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.modelling.command.ConcurrencyException;

/** The door as Axon keeps it: each fund is an aggregate, what is asked of it a command, decided again after a conflict. */
final class FundLedger implements Recorder {

    /** Each conflict means that somebody else got on, so one fund loses so often only under a load beyond any office's. */
    private static final int ATTEMPTS = 20;

    private final CommandGateway commands;
    private final Cache cache;
    private final LikeMovements likes;
    private final FundMailboxes mailboxes;
    private final List<RecordingCondition> conditions = new CopyOnWriteArrayList<>();
    private final List<LedgerObserver> observers = new CopyOnWriteArrayList<>();
    private final LongAdder recordings = new LongAdder();

    /** Read by who has a fund in hand, written by who stops the ledger. */
    private final ReadWriteLock running = new ReentrantReadWriteLock(true);

    private boolean stopped;

    FundLedger(CommandGateway commands, Cache cache, LikeMovements likes) {
        this.commands = commands;
        this.mailboxes = new FundMailboxes(
                (fund, requests) -> answer(fund, repeated -> new RecordMovements(fund, requests, repeated)));
        this.cache = cache;
        this.likes = likes;
    }

    @Override
    public FundDecision record(String fund, List<Movement> movements, Requester requester) {
        return record(fund, RecordRequest.of(movements, requester));
    }

    @Override
    public FundDecision record(String fund, FundDecision checked, Requester requester) {
        return record(fund, RecordRequest.of(checked, requester));
    }

    private FundDecision record(String fund, RecordRequest request) {
        requireOneFund(fund, request.movements());
        FundDecision decision = observed(fund, () -> mailboxes.record(fund, request), false);
        recordings.increment();
        return decision;
    }

    @Override
    public LikeMovements likes() {
        return likes;
    }

    @Override
    public long recordings() {
        return recordings.sum();
    }

    @Override
    public FundDecision check(String fund, List<Movement> movements, Requester requester) {
        requireOneFund(fund, movements);
        return observed(
                fund,
                () -> answer(fund, repeated -> new CheckMovements(fund, movements, requester))
                        .getFirst(),
                true);
    }

    @Override
    public void onlyWhile(RecordingCondition condition) {
        conditions.add(condition);
    }

    @Override
    public void observe(LedgerObserver observer) {
        observers.add(observer);
    }

    @Override
    public void stop() {
        running.writeLock().lock();
        try {
            stopped = true;
        } finally {
            running.writeLock().unlock();
        }
    }

    private FundDecision observed(String fund, Supplier<FundDecision> answer, boolean check) {
        running.readLock().lock();
        try {
            if (stopped) {
                throw new LedgerStoppedException();
            }
            conditions.forEach(RecordingCondition::require);
            long began = System.nanoTime();
            FundDecision decision = answer.get();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            observers.forEach(observer -> observer.answered(fund, decision, check, took));
            return decision;
        } finally {
            running.readLock().unlock();
        }
    }

    /** @param command the command, for the first attempt or, told {@code true}, for a later one */
    private List<FundDecision> answer(String fund, Function<Boolean, Object> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                PendingAnswer answer = commands.sendAndWait(command.apply(attempt > 1));
                return answer.decisions();
            } catch (ConcurrencyException behind) {
                cache.remove(fund);
                if (attempt == ATTEMPTS) {
                    throw new LedgerContendedException(fund, behind);
                }
            }
        }
    }

    private static void requireOneFund(String fund, List<Movement> movements) {
        if (!movements.stream().allMatch(movement -> movement.command().fund().equals(fund))) {
            throw new IllegalArgumentException("a movement of another fund than " + fund);
        }
    }
}

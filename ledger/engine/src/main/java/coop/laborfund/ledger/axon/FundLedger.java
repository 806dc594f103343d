package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.store.Authorship;
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

/**
 * The door to the ledger for everybody who records. A refusal is an answer, never an exception; an exception means that the
 * database failed (Spring's {@code DataAccessException}), that a stored event cannot be read, or a bug.
 */
public final class FundLedger {

    /** Each conflict means that somebody else got on, so one fund loses so often only under a load beyond any office's. */
    private static final int ATTEMPTS = 20;

    private final CommandGateway commands;
    private final Cache cache;
    private final FundMailboxes mailboxes;
    private final List<LedgerObserver> observers = new CopyOnWriteArrayList<>();
    private final LongAdder recordings = new LongAdder();

    /** Read by who has a fund in hand, written by who stops the ledger. */
    private final ReadWriteLock running = new ReentrantReadWriteLock(true);

    private boolean stopped;

    FundLedger(CommandGateway commands, Cache cache) {
        this.commands = commands;
        this.mailboxes = new FundMailboxes(
                (fund, requests) -> answer(fund, repeated -> new RecordMovements(fund, requests, repeated)));
        this.cache = cache;
    }

    /**
     * Records movements of one fund, all or none: with one refused nothing is recorded. Those recorded already count as
     * accepted and change nothing, so that the same call is safe to make again.
     *
     * @throws ConcurrencyException where others kept recording in the fund at the same time; nothing was recorded
     * @throws coop.laborfund.ledger.store.LedgerBusyException where too much is waiting; nothing was recorded
     * @throws LedgerStoppedException after {@link #stop}; nothing was recorded
     */
    public FundDecision record(String fund, List<Movement> movements, Authorship authorship) {
        return record(fund, RecordRequest.of(movements, authorship));
    }

    /**
     * Records the movements of an earlier {@link #check}, as the other method would, without deciding them again
     * where nothing of the fund has been recorded since.
     *
     * @throws ConcurrencyException likewise
     */
    public FundDecision record(String fund, FundDecision checked, Authorship authorship) {
        return record(fund, RecordRequest.of(checked, authorship));
    }

    private FundDecision record(String fund, RecordRequest request) {
        requireOneFund(fund, request.movements());
        FundDecision decision = observed(fund, () -> mailboxes.record(fund, request), false);
        recordings.increment();
        return decision;
    }

    /** How many times anybody has had something recorded, or refused, since the start. */
    public long recordings() {
        return recordings.sum();
    }

    /** Decides as {@link #record(String, List, Authorship)} would, and records nothing. */
    public FundDecision check(String fund, List<Movement> movements) {
        requireOneFund(fund, movements);
        return observed(
                fund,
                () -> answer(fund, repeated -> new CheckMovements(fund, movements))
                        .getFirst(),
                true);
    }

    /** From now on the observer is told of every answer. */
    public void observe(LedgerObserver observer) {
        observers.add(observer);
    }

    /** Returns when what is in hand is done; from then on nothing is recorded or checked any more. Safe to repeat. */
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
                    throw behind;
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

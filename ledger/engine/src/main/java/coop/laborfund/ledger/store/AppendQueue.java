package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.LedgerBusyException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The appends that wait for the writer, in two rows: what is short, and what goes by {@code COPY} and takes its time. They have
 * their turns, so that neither keeps the other waiting for long. Their number is bounded: beyond that, who comes has to come again.
 */
final class AppendQueue {

    /** Appends that may wait. */
    private static final int ROOM = 4_096;

    /** Events in one group, unless a single append has more. */
    private static final int LARGEST_GROUP = 1_000;

    /** Events of several large appends in one group. */
    private static final int LONGEST_TURN = 5_000;

    private static final Duration ROOM_PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Append> small = new ArrayDeque<>();
    private final Deque<Append> large = new ArrayDeque<>();
    private boolean largeIsNext;

    /** Events of large appends that were taken since the last short one. */
    private int largeInARow;

    private boolean closed;

    /** @throws LedgerBusyException where there is no room for long, or no more is taken in */
    void add(Append append) {
        lock.lock();
        try {
            long patience = ROOM_PATIENCE.toNanos();
            while (isFull() && !closed && patience > 0) {
                patience = room.awaitNanos(patience);
            }
            if (closed || isFull()) {
                throw new LedgerBusyException();
            }
            (append.isLarge() ? large : small).add(append);
            work.signal();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LedgerBusyException();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return small.size() + large.size() >= ROOM;
    }

    /**
     * Waits for the next group, and adds it to the list; none once the queue is closed and what waited in it has been taken. Whatever
     * fails, what is no longer here is in the list.
     */
    void takeInto(List<Append> group) {
        lock.lock();
        try {
            while (small.isEmpty() && large.isEmpty()) {
                if (closed) {
                    return;
                }
                work.awaitUninterruptibly();
            }
            if (small.isEmpty() || (largeIsNext && !large.isEmpty())) {
                nextLarge(group);
            } else {
                nextSmall(group);
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever has the writer alone may keep it for longer, and commits less often; a short append ends that. */
    private void nextLarge(List<Append> group) {
        largeIsNext = false;
        int most = Math.min(largeInARow, LONGEST_TURN);
        int events = 0;
        do {
            Append append = large.element();
            group.add(append);
            large.remove();
            events += append.size();
        } while (!large.isEmpty() && events + large.element().size() <= most);
        largeInARow = Math.min(largeInARow + events, LONGEST_TURN);
    }

    private void nextSmall(List<Append> group) {
        largeIsNext = true;
        largeInARow = 0;
        int events = 0;
        while (!small.isEmpty() && events < LARGEST_GROUP) {
            Append append = small.element();
            group.add(append);
            small.remove();
            events += append.size();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes in nothing more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package coop.laborfund.api.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work on funds done by a few threads, whose results are taken in the order in which it was handed in, on the thread that did. No
 * more is in hand than there are workers, and no more than memory bears: so little is begun that nobody wants any more.
 */
final class InOrder<R> implements AutoCloseable {

    /** Below so many rows one worker does, and funds are recorded in the order of the file. */
    private static final int FEW_ROWS = 10_000;

    /** Rows that are worked on at once; one fund may have more, and is then alone. Each may come to some 3 kB. */
    private static final long MOST_ROWS = Runtime.getRuntime().maxMemory() / 12_288;

    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("import-", 1).daemon().factory();

    private final int most;
    private final BooleanSupplier givesWay;
    private final ExecutorService workers;
    private final Deque<Work<R>> inHand = new ArrayDeque<>();
    private final Consumer<R> taker;

    private int rowsInHand;

    private record Work<R>(int rows, Future<R> result) {}

    /**
     * @param rows how many there will be altogether
     * @param workers at most
     * @param givesWay whether for the moment one does
     */
    InOrder(int rows, int workers, BooleanSupplier givesWay, Consumer<R> taker) {
        this.most = rows < FEW_ROWS ? 1 : workers;
        this.givesWay = givesWay;
        this.workers = Executors.newFixedThreadPool(most, THREADS);
        this.taker = taker;
    }

    /** Returns when there is a worker for so many rows, and room. */
    void makeRoom(int rows) {
        int now = givesWay.getAsBoolean() ? 1 : most;
        while (inHand.size() >= now || (!inHand.isEmpty() && rowsInHand + rows > MOST_ROWS)) {
            takeOldest();
        }
    }

    void handIn(int rows, Supplier<R> work) {
        inHand.add(new Work<>(rows, workers.submit(work::get)));
        rowsInHand += rows;
    }

    /** Takes all that is left. */
    void finish() {
        while (!inHand.isEmpty()) {
            takeOldest();
        }
    }

    private void takeOldest() {
        Work<R> oldest = inHand.remove();
        rowsInHand -= oldest.rows;
        try {
            taker.accept(oldest.result.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stop);
        }
    }

    /** Returns when nothing is in hand any more, whatever has gone wrong: who looks next sees whole funds. */
    @Override
    public void close() {
        workers.close();
    }
}

package coop.laborfund.projections.rebuild;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for work whose pieces are independent of each other.
 *
 * @param name what its threads are called
 */
public record Workers(String name, int count) {

    /** Does all pieces, begun in their order; where one fails, lets those under way end and begins no other. */
    public void run(List<Runnable> pieces) {
        ExecutorService threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        try (threads) {
            doAll(pieces, threads);
        }
    }

    private static void doAll(List<Runnable> pieces, ExecutorService threads) {
        CompletionService<Boolean> done = new ExecutorCompletionService<>(threads);
        try {
            pieces.forEach(piece -> done.submit(piece, true));
            for (int i = 0; i < pieces.size(); i++) {
                await(done);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CompletionService<Boolean> done) {
        try {
            done.take().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}

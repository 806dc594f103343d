package coop.laborfund.api.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What measurements have in common. */
final class Figures {

    private static final double PERCENTILE = 0.99;

    private Figures() {}

    /** The 99th percentile of how long things took. */
    static long percentile99(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * PERCENTILE)));
    }

    static <T extends Comparable<T>> T median(List<T> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    static double millis(long nanos) {
        return nanos / 1e6;
    }

    static long timed(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }

    /** How long each of many calls took, made by some clients at once, each with a call of its own. */
    static List<Long> byClients(List<Callable<?>> clients, int callsOfEach) throws Exception {
        List<Long> all = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<?>> ends = new ArrayList<>();
            for (Callable<?> client : clients) {
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < callsOfEach; i++) {
                        all.add(timed(client));
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        return all;
    }
}

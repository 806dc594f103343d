package coop.laborfund.api.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after another, at the same time, for a while. */
final class Clients {

    private Clients() {}

    /** What a client does again and again; told its own number, and how often it has done it. */
    @FunctionalInterface
    interface Client {
        void act(int client, int time) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param nanos how long each act took, in ascending order
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Rate(double perSecond, long[] nanos) {

        /** The time within which 99 of a hundred acts were done. */
        double p99Millis() {
            return nanos[(int) (nanos.length * 0.99)] / 1e6;
        }
    }

    static Rate run(int clients, double seconds, Client client) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<long[]> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int own = number;
                running.add(pool.submit(() -> actUntil(end, own, client)));
            }
            for (Future<long[]> one : running) {
                all.add(one.get());
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Rate(nanos.length / took, nanos);
    }

    private static long[] actUntil(long end, int own, Client client) throws Exception {
        long[] nanos = new long[1 << 10];
        int count = 0;
        for (long now = System.nanoTime(); now < end; count++) {
            client.act(own, count);
            long after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count] = after - now;
            now = after;
        }
        return Arrays.copyOf(nanos, count);
    }
}

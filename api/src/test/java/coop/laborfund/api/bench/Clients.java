package coop.laborfund.api.bench;

import java.util.ArrayList;
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

    /** Returns how many acts there were a second, by all together. */
    static double run(int clients, double seconds, Client client) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long acts = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int own = number;
                running.add(pool.submit(() -> actUntil(end, own, client)));
            }
            for (Future<Long> one : running) {
                acts += one.get();
            }
        }
        return acts / ((System.nanoTime() - start) / 1e9);
    }

    private static long actUntil(long end, int own, Client client) throws Exception {
        int count = 0;
        while (System.nanoTime() < end) {
            client.act(own, count++);
        }
        return count;
    }
}

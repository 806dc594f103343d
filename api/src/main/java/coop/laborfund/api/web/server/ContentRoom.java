package coop.laborfund.api.web.server;

import java.util.concurrent.Semaphore;

/** The memory that content may take while requests are answered. What is small needs none of it. */
final class ContentRoom {

    /** The longest content that is read, in bytes: a movements file in its form. More room than this no request takes. */
    static final int LARGEST = 65 * 1024 * 1024;

    /** Bytes that need no room: a movement is shorter, and there are not many at a time. */
    private static final int SMALL = 64 * 1024;

    private static final int UNIT = 1024;
    private static final int PART_OF_MEMORY = 8;

    /** In units: one file of the largest, and more where the program has more memory. */
    private final Semaphore free =
            new Semaphore((int) (Math.max(LARGEST, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY) / UNIT));

    /** One request's part, nothing at first. */
    Share share() {
        return new Share();
    }

    /** Used by one thread at a time; closing gives it back. */
    final class Share implements AutoCloseable {

        private int taken;

        /**
         * Whether it holds so much content, if need be because it takes more now.
         *
         * @param bytes all of a request's content, or all of it so far
         */
        boolean holds(long bytes) {
            int more = (bytes <= SMALL ? 0 : (int) (Math.min(bytes, LARGEST) / UNIT)) - taken;
            if (more > 0) {
                if (!free.tryAcquire(more)) {
                    return false;
                }
                taken += more;
            }
            return true;
        }

        @Override
        public void close() {
            free.release(taken);
            taken = 0;
        }
    }
}

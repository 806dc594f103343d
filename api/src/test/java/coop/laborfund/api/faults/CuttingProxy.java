package coop.laborfund.api.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a program and its PostgreSQL and cuts an append's connection at its commit, when told to. It reads along, so
 * the driver must send statements as text each time ({@code prepareThreshold=0}).
 */
final class CuttingProxy implements AutoCloseable {

    enum Cut {
        /** PostgreSQL never hears of the commit. */
        BEFORE_COMMIT,
        /** It hears of it, and commits or not as the connection breaks. */
        AT_COMMIT,
        /** It has committed, and its answer is lost. */
        AFTER_COMMIT
    }

    /** As the protocol writes the statement. */
    private static final String COMMIT = "commit\0";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int upstream;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

    CuttingProxy(int upstream) throws IOException {
        this.upstream = upstream;
        start("proxy", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next append that comes to its commit. */
    void cutNext(Cut cut) {
        next.set(cut);
    }

    boolean hasCut() {
        return next.get() == null;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream);
            open.add(client);
            open.add(server);
            Link link = new Link(client, server);
            start("proxy-up", link::up);
            start("proxy-down", link::down);
        }
    }

    /** A thread that ends when its sockets do. */
    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // Somebody hung up.
            }
        });
    }

    /** One connection. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private boolean appends;
        private volatile boolean mute;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() throws IOException {
            try (this.client;
                    this.server) {
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                byte[] buffer = new byte[1 << 16];
                for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                    Cut cut = cutAt(Arrays.copyOf(buffer, size));
                    if (cut == Cut.BEFORE_COMMIT) {
                        return;
                    }
                    mute = mute || cut == Cut.AFTER_COMMIT;
                    out.write(buffer, 0, size);
                    if (cut == Cut.AT_COMMIT) {
                        return;
                    }
                }
            }
        }

        private @Nullable Cut cutAt(byte[] sent) {
            String text = new String(sent, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            appends |= text.contains("insert into event (") || text.contains("copy event (");
            boolean commits = appends && text.contains(COMMIT);
            return commits ? next.getAndSet(null) : null;
        }

        void down() throws IOException {
            try (this.client;
                    this.server) {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] buffer = new byte[1 << 16];
                for (int size = in.read(buffer); size >= 0 && !mute; size = in.read(buffer)) {
                    out.write(buffer, 0, size);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

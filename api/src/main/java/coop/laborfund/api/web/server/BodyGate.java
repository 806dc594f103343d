package coop.laborfund.api.web.server;

import coop.laborfund.api.web.problems.ProblemWriter;
import coop.laborfund.api.web.problems.StatusProblems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

/**
 * Lets in as many requests with content as there is memory and as there are threads for, and answers 503 to the others at once. A
 * thread waits while content is on its way, and a file is held in memory until it is read: without this, a few files would leave no
 * memory and slow senders no thread to answer anybody.
 */
final class BodyGate extends ValveBase {

    /** Threads that may wait for content; fewer than there are, so that who sends none is always answered. */
    static final int MOST_ARRIVING = 400;

    static final int THREADS = MOST_ARRIVING + 200;

    /** Of those, for one address. */
    private static final int MOST_OF_A_CLIENT = 340;

    /** Content of this length needs no room: a movement is shorter, and there are not many at a time. */
    private static final int SMALL = 64 * 1024;

    /** The longest that is read, a movements file in its form. */
    private static final int LARGEST = 65 * 1024 * 1024;

    private static final String FILES = "/api/v1/imports";
    private static final int UNIT = 1024;
    private static final int PART_OF_MEMORY = 8;

    private final Semaphore arriving = new Semaphore(MOST_ARRIVING);
    private final Map<String, Integer> ofClients = new ConcurrentHashMap<>();

    /** Of long content, in units: one file of the largest, and more where the program has more memory. */
    private final Semaphore room =
            new Semaphore((int) (Math.max(LARGEST, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY) / UNIT));

    BodyGate() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            invokeWithContent(request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private void invokeWithContent(Request request, Response response) throws IOException, ServletException {
        String client = String.valueOf(request.getRemoteAddr());
        if (!enter(client)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            ProblemWriter.write(response, StatusProblems.busy());
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                leave(client);
            }
        };
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer source = coyote.getInputBuffer();
        coyote.setInputBuffer(new ArrivingBody(coyote, leave));
        try {
            invokeWithRoom(request, response);
        } finally {
            coyote.setInputBuffer(source);
            leave.run();
        }
    }

    private void invokeWithRoom(Request request, Response response) throws IOException, ServletException {
        int units = unitsFor(request);
        if (!room.tryAcquire(units)) {
            ProblemWriter.write(response, StatusProblems.busy());
            letSend(request);
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            room.release(units);
        }
    }

    /** Many clients read an answer only after they have sent all; closing on them before would lose it. */
    private static void letSend(Request request) {
        try (InputStream rest = request.getInputStream()) {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // The client, or our patience; the answer is given.
        }
    }

    private static int unitsFor(Request request) {
        long length = request.getContentLengthLong();
        if (length >= 0) {
            return length <= SMALL ? 0 : (int) (Math.min(length, LARGEST) / UNIT);
        }
        return request.getRequestURI().startsWith(FILES) ? LARGEST / UNIT : 0;
    }

    private boolean enter(String client) {
        if (!arriving.tryAcquire()) {
            return false;
        }
        if (ofClients.merge(client, 1, Integer::sum) > MOST_OF_A_CLIENT) {
            leave(client);
            return false;
        }
        return true;
    }

    private void leave(String client) {
        ofClients.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
        arriving.release();
    }
}

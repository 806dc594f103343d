package coop.laborfund.api.web.server;

import coop.laborfund.api.web.problems.ProblemWriter;
import coop.laborfund.api.web.problems.StatusProblems;
import jakarta.servlet.ServletException;
import java.io.IOException;
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
 * thread waits while content is on its way, whether or not anybody reads it, and a file is held in memory until it is read: without
 * this, a few files would leave no memory and slow senders no thread to answer anybody. Around all that answers.
 */
final class BodyGate extends ValveBase {

    /** Threads that may wait for content; fewer than there are, so that who sends none is always answered. */
    static final int MOST_ARRIVING = 400;

    static final int THREADS = MOST_ARRIVING + 200;

    /** Of those, for one address. */
    private static final int MOST_OF_A_CLIENT = 340;

    private final Semaphore arriving = new Semaphore(MOST_ARRIVING);
    private final Map<String, Integer> ofClients = new ConcurrentHashMap<>();
    private final ContentRoom room = new ContentRoom();

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
        ContentRoom.Share share = room.share();
        ArrivingBody body = new ArrivingBody(coyote, share, leave);
        coyote.setInputBuffer(body);
        try {
            try (share) {
                invokeWithRoom(request, response, share);
                response.finishResponse();
            }
            body.letSend(ContentRoom.LARGEST);
        } finally {
            coyote.setInputBuffer(source);
            leave.run();
        }
    }

    private void invokeWithRoom(Request request, Response response, ContentRoom.Share share)
            throws IOException, ServletException {
        // What does not say how long it is takes room as it comes.
        if (share.holds(request.getContentLengthLong())) {
            getNext().invoke(request, response);
        } else {
            ProblemWriter.write(response, StatusProblems.busy());
        }
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

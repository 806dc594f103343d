package coop.laborfund.api.web.server;

import coop.laborfund.api.web.problems.SlowBodyException;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A request's content on its way in, however it is sent: ends the request where it comes too slowly, and tells when all is there. */
final class ArrivingBody implements InputBuffer {

    /** Before which nobody is too slow. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Bytes a second that are little even for a village's line. */
    private static final long SLOWEST = 16 * 1024;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Request request;
    private final InputBuffer source;
    private final Runnable whole;
    private final long began = System.nanoTime();
    private long received;

    /** @param whole run, perhaps more than once, when nothing more is to come */
    ArrivingBody(Request request, Runnable whole) {
        this.request = request;
        this.source = request.getInputBuffer();
        this.whole = whole;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int count = source.doRead(handler);
        if (count > 0) {
            received += count;
        }
        if (count < 0 || received == request.getContentLengthLong()) {
            whole.run();
        } else if (isTooSlow()) {
            // Nor is the rest waited for when the answer is written.
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            throw new SlowBodyException();
        }
        return count;
    }

    private boolean isTooSlow() {
        long taken = System.nanoTime() - began;
        long allowed = GRACE.plusMillis(1000 * received / SLOWEST).toNanos();
        return taken > Math.min(allowed, LONGEST.toNanos());
    }

    @Override
    public int available() {
        return source.available();
    }
}

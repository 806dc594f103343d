package coop.laborfund.api.web.server;

import coop.laborfund.api.web.problems.NoRoomException;
import coop.laborfund.api.web.problems.SlowBodyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A request's content on its way in, however it is sent: ends the request where it comes too slowly or where there is no room for
 * more of it, and tells when all is there.
 */
final class ArrivingBody implements InputBuffer {

    /** Before which nobody is too slow. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Bytes a second that are little even for a village's line. */
    private static final long SLOWEST = 16 * 1024;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Request request;
    private final InputBuffer source;
    private final ContentRoom.Share room;
    private final Runnable whole;
    private final long began = System.nanoTime();
    private long received;
    private boolean ended;
    private boolean hasNoRoom;

    /** @param whole run, perhaps more than once, when nothing more is to come */
    ArrivingBody(Request request, ContentRoom.Share room, Runnable whole) {
        this.request = request;
        this.source = request.getInputBuffer();
        this.room = room;
        this.whole = whole;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        // What came before is lost to the reader: there is no going on.
        int count = hasNoRoom ? 0 : receive(handler);
        if (!room.holds(received)) {
            hasNoRoom = true;
        }
        if (hasNoRoom) {
            throw new NoRoomException();
        }
        return count;
    }

    private int receive(ApplicationBufferHandler handler) throws IOException {
        int count;
        try {
            count = source.doRead(handler);
        } catch (IOException gone) {
            ended = true;
            throw gone;
        }
        if (count > 0) {
            received += count;
        }
        if (count < 0 || received == request.getContentLengthLong()) {
            ended = true;
            whole.run();
        } else if (isTooSlow()) {
            ended = true;
            // Nor is the rest waited for when the answer is written.
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            throw new SlowBodyException();
        }
        return count;
    }

    /**
     * Receives what nobody reads, once the answer is written: many clients read it only after they have sent all, and closing on them
     * before would lose it. As patient as with what is read.
     *
     * @param most bytes, with what was received before
     */
    void letSend(long most) {
        // A client that asked first whether to send has its answer.
        boolean isAwaited = received > 0 || !request.hasExpectation();
        try {
            Discarded discarded = new Discarded();
            while (isAwaited && !ended && received < most) {
                receive(discarded);
            }
        } catch (IOException gone) {
            // The client, or our patience; the answer is given.
        }
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

    /** Where Tomcat puts what comes, and nobody looks. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // Tomcat's buffers are its own.
        }
    }
}

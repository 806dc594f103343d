package coop.laborfund.api.web.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 as Tomcat speaks it, with connections let go of that it would keep: its time limit is one from byte to byte, and a client
 * that sends a byte of a header now and then stays for ever; nor does it mind how many connections one client holds.
 */
public final class WatchedConnections extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedConnections.class);

    /** From the first byte of a request to the end of its headers. */
    private static final Duration LONGEST_HEADERS = Duration.ofSeconds(20);

    /** Of one address; what it has above that is closed where no request is being answered on it. */
    private static final int MOST_OF_A_CLIENT = 1_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private volatile @Nullable Thread watch;

    @Override
    public void setAdapter(Adapter answering) {
        super.setAdapter(new ClosingAdapter(answering));
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = Thread.ofPlatform().name("connection-watch").daemon().start(this::watch);
    }

    @Override
    public void stop() throws Exception {
        Thread running = watch;
        watch = null;
        if (running != null) {
            running.interrupt();
        }
        super.stop();
    }

    private void watch() {
        while (watch == Thread.currentThread()) {
            try {
                Thread.sleep(PAUSE);
                look();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException | Error failed) {
                // The next look may go well, and nobody else looks.
                LOG.warn("connections could not be looked at", failed);
            }
        }
    }

    private void look() {
        Map<String, Integer> held = new HashMap<>();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            int ofItsClient = held.merge(String.valueOf(connection.getRemoteAddr()), 1, Integer::sum);
            Object processor = connection.getCurrentProcessor();
            boolean isTooMany = ofItsClient > MOST_OF_A_CLIENT && (processor == null || isInHeaders(processor));
            if (isTooMany || (processor != null && isTooSlow(processor))) {
                connection.close();
            }
        }
    }

    private static boolean isTooSlow(Object processor) {
        return isInHeaders(processor)
                && processor instanceof AbstractProcessor known
                && known.getRequest().getStartTimeNanos() > 0
                && System.nanoTime() - known.getRequest().getStartTimeNanos() > LONGEST_HEADERS.toNanos();
    }

    private static boolean isInHeaders(Object processor) {
        if (processor instanceof AbstractProcessor known) {
            Request request = known.getRequest();
            return request.getRequestProcessor().getStage() == Constants.STAGE_PARSE;
        }
        return false;
    }
}

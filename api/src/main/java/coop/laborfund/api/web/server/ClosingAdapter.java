package coop.laborfund.api.web.server;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Has connections closed on which content is left once a request is answered. Tomcat would wait for it, on a thread that nobody
 * counts; {@link BodyGate} has waited for what is worth it, and what Tomcat answers by itself never came to it.
 */
record ClosingAdapter(Adapter answering) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        answering.service(request, response);
        AtomicBoolean isWhole = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, isWhole);
        if (!isWhole.get()) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return answering.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return answering.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        answering.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        answering.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return answering.getDomain();
    }
}

package coop.laborfund.api.web.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tomcat's own refusals, of what is hardly a request at all, as problems instead of pages. What it cannot read (a version of
 * HTTP, a transfer encoding, CONNECT) it takes for something that is not built yet, and answers 501 or 505; here nothing is
 * missing and the request is wrong.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        int status = blamed(response.getStatus());
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // Whoever gave up on the answer may have emptied it.
        SafeHeaders.setOn(response);
        response.setStatus(status);
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            response.getReporter().write(JSON.writeValueAsString(StatusProblems.of(status)));
            response.finishResponse();
        } catch (IOException gone) {
            // Nobody is there to read it.
        }
    }

    /** Nothing of ours answers the two. */
    private static int blamed(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED ->
                HttpServletResponse.SC_BAD_REQUEST;
            default -> status;
        };
    }
}

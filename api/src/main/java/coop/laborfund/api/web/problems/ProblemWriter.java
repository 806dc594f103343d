package coop.laborfund.api.web.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the request accepts: an answer that says why is better than none. */
public final class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        write(response, problem.status(), problem);
    }

    /** @param problem a problem, or a record of one with extensions */
    public static void write(HttpServletResponse response, int status, Object problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        // A file that fails before its first byte is none.
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        byte[] body = JSON.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}

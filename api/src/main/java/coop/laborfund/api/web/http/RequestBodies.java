package coop.laborfund.api.web.http;

import coop.laborfund.api.web.problems.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a request sends, as far as it may. */
final class RequestBodies {

    private RequestBodies() {}

    /** All of it, or a problem where it is more than {@code limit} bytes, said before reading where the request says so. */
    static byte[] read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw ProblemException.tooLarge(limit);
        }
        return read(request.getInputStream(), limit);
    }

    static byte[] read(InputStream input, int limit) throws IOException {
        byte[] body = input.readNBytes(limit);
        if (body.length == limit && input.read() >= 0) {
            throw ProblemException.tooLarge(limit);
        }
        return body;
    }
}

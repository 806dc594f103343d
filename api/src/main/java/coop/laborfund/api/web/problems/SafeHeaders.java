package coop.laborfund.api.web.problems;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What a browser may do with an answer: take it for what it says it is, show it in no other page, and load nothing for it but this
 * server's own style sheet and pictures. On every answer, as any may be opened in a browser.
 */
public final class SafeHeaders extends ValveBase {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    public SafeHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        setOn(response);
        getNext().invoke(request, response);
    }

    static void setOn(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}

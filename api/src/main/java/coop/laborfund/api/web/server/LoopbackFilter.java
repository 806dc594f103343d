package coop.laborfund.api.web.server;

import coop.laborfund.api.web.problems.ProblemWriter;
import coop.laborfund.api.web.problems.StatusProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While there is no sign-in, a web page from elsewhere must not reach the ledger through a browser on this machine: neither by
 * a name that it has pointed here (Host), nor by a request of its own (Origin).
 */
@Component
final class LoopbackFilter extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        String origin = request.getHeader("Origin");
        if (isLoopback(host) && (origin == null || isSameOrigin(origin, host))) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(response, StatusProblems.of(HttpServletResponse.SC_FORBIDDEN));
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int port = host.lastIndexOf(':');
        boolean hasPort = port > 0 && host.substring(port + 1).matches("[0-9]{1,5}");
        return LOOPBACK.contains(hasPort ? host.substring(0, port) : host);
    }

    private static boolean isSameOrigin(String origin, @Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}

package coop.laborfund.api.web.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request with a Host header of one's own, which Java's client does not let one set. */
final class RawHttp {

    private RawHttp() {}

    static int status(int port, String host) throws IOException {
        return status(port, host, "/api/v1/funds");
    }

    static int status(int port, String host, String path) throws IOException {
        String answer = answer(port, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    /** All that is answered to what goes over the wire as it is, until the server closes. */
    static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package coop.laborfund.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Answers whose form depends on the request, written by hand. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    static void json(HttpServletResponse response, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        response.setContentType(Format.JSON.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static void text(HttpServletResponse response, String type, Consumer<PrintWriter> content) throws IOException {
        response.setContentType(type);
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), false);
        content.accept(out);
        out.flush();
    }

    /** Line by line as the items are read, so that a long history needs no memory. */
    static void lines(HttpServletResponse response, String type, Stream<?> items) throws IOException {
        Iterator<?> each = items.iterator();
        response.setContentType(type);
        while (each.hasNext()) {
            response.getOutputStream().write(JSON.writeValueAsBytes(each.next()));
            response.getOutputStream().write('\n');
        }
    }
}

package coop.laborfund.api.web.http;

import coop.laborfund.api.exporting.Export;
import coop.laborfund.api.exporting.ExportFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    /** As JSON, or as a file of this name. */
    static void write(HttpServletResponse response, Format format, String name, Object json, Export export)
            throws IOException {
        if (format == Format.JSON) {
            json(response, json);
        } else {
            export(response, name, format.export(), export);
        }
    }

    /** As a file of this name, written as it is made. */
    static void export(HttpServletResponse response, String name, ExportFormat format, Export export)
            throws IOException {
        OutputStream out = file(response, name, format);
        if (format.isText()) {
            PrintWriter text = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
            export.text(format).accept(text);
            text.flush();
        } else {
            workbook(out, export);
        }
    }

    private static void workbook(OutputStream out, Export export) throws IOException {
        try {
            export.workbook().accept(out);
        } catch (UncheckedIOException unwritable) {
            // The client went away.
            throw unwritable.getCause();
        }
    }

    /** Where to write what a browser is to keep under this name. */
    static OutputStream file(HttpServletResponse response, String name, ExportFormat format) throws IOException {
        return download(response, name + "." + format.extension(), format.mediaType());
    }

    /** The same for a name that is whole. */
    static OutputStream download(HttpServletResponse response, String name, String mediaType) throws IOException {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name.replaceAll("[/\\\\]", "-"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getOutputStream();
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

package coop.laborfund.api.cli;

import java.io.PrintWriter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON text. */
final class JsonOutput {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper READABLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOutput() {}

    /** Piece by piece: a list of everything that is wrong in a large file is larger than one wants in memory twice. */
    static void print(PrintWriter out, Object answer) {
        READABLE.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, answer);
        out.println();
    }

    static void printLine(PrintWriter out, Object answer) {
        out.println(COMPACT.writeValueAsString(answer));
    }
}

package coop.laborfund.api.cli;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON text. */
final class JsonOutput {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper READABLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOutput() {}

    static void print(PrintWriter out, Object answer) {
        out.println(READABLE.writeValueAsString(answer));
    }

    static void printLine(PrintWriter out, Object answer) {
        out.println(COMPACT.writeValueAsString(answer));
    }
}

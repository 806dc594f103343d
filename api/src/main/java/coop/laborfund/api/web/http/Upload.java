package coop.laborfund.api.web.http;

import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.web.problems.StatusProblems;
import coop.laborfund.api.words.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A file that somebody sends: as the body, or as a form's part {@code file}.
 *
 * @param name what its sender calls it
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record Upload(String name, byte[] bytes) {

    private static final String UNNAMED_CSV = "流水表.csv";
    private static final String UNNAMED_XLSX = "流水表.xlsx";

    static Upload of(HttpServletRequest request, int limit) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/")) {
            String name = type.startsWith(ImportsController.XLSX) ? UNNAMED_XLSX : UNNAMED_CSV;
            return new Upload(name, RequestBodies.read(request, limit));
        }
        Part part = file(request);
        if (part == null) {
            throw new ProblemException(
                    Problem.of(HttpStatus.BAD_REQUEST, "MISSING_FIELD", "file", "", Words.of("noFileInForm")));
        }
        try (InputStream input = part.getInputStream()) {
            return new Upload(nameOf(part), RequestBodies.read(input, limit));
        } finally {
            part.delete();
        }
    }

    private static @Nullable Part file(HttpServletRequest request) throws IOException {
        try {
            return request.getPart("file");
        } catch (ServletException broken) {
            throw new ProblemException(StatusProblems.of(HttpStatus.BAD_REQUEST.value()));
        }
    }

    private static String nameOf(Part part) {
        String given = part.getSubmittedFileName();
        return given == null || given.isBlank() ? UNNAMED_CSV : given;
    }
}

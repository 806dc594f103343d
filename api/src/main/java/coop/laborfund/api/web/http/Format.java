package coop.laborfund.api.web.http;

import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.web.problems.StatusProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which an answer may be had, by the parameter {@code format} or else by what the request accepts. */
enum Format {
    JSON(Format.JSON_TYPE),
    NDJSON(Format.LINES_TYPE),
    HLEDGER(ExportFormat.HLEDGER),
    BEANCOUNT(ExportFormat.BEANCOUNT),
    CSV(ExportFormat.CSV),
    XLSX(ExportFormat.XLSX);

    static final String JSON_TYPE = MediaType.APPLICATION_JSON_VALUE;
    static final String LINES_TYPE = "application/x-ndjson";

    private final String type;
    private final @Nullable ExportFormat export;

    Format(String type) {
        this.type = type;
        this.export = null;
    }

    Format(ExportFormat export) {
        this.type = export.mediaType();
        this.export = export;
    }

    /** The format of an export; only of one that is. */
    ExportFormat export() {
        return Objects.requireNonNull(export, name());
    }

    String mediaType() {
        return type;
    }

    /**
     * The one that is asked for; what nothing is said about is the first.
     *
     * @throws ProblemException 400 for an unknown format, 406 where none is accepted
     */
    static Format of(HttpServletRequest request, @Nullable String format, Format... possible) {
        if (format != null && !format.isBlank()) {
            return Arrays.stream(possible)
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.badParameter(
                            "format", format, possible[0].name().toLowerCase(Locale.ROOT)));
        }
        for (MediaType accepted : accepted(request)) {
            for (Format each : possible) {
                if (accepted.isCompatibleWith(MediaType.parseMediaType(each.type))) {
                    return each;
                }
            }
        }
        throw new ProblemException(StatusProblems.of(HttpStatus.NOT_ACCEPTABLE.value()));
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            if (types.isEmpty()) {
                return List.of(MediaType.ALL);
            }
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException broken) {
            throw new ProblemException(StatusProblems.of(HttpStatus.NOT_ACCEPTABLE.value()));
        }
    }
}

package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.TraceAnswer;
import coop.laborfund.api.asking.InspectionQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.asking.ToldTrace;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.trace.Direction;
import coop.laborfund.projections.trace.TraceRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an inspector asks, over HTTP, as JSON or as tables: the same answers as the commands give. */
@RestController
@RequestMapping("/api/v1/funds/{fund}")
@Tag(name = "Inspection")
class InspectionController {

    private final InspectionQuestions inspection;
    private final Requesters requesters;

    InspectionController(InspectionQuestions inspection, Requesters requesters) {
        this.inspection = inspection;
        this.requesters = requesters;
    }

    @GetMapping("/findings")
    @Operation(operationId = "getFindings", summary = "疑点:要查、留意、没有数据 · what an inspector should look at")
    @ApiResponse(
            responseCode = "200",
            description = "The findings on a day, today if none is named",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = FindingsAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void findings(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"json", "csv", "xlsx"}))
                    @Nullable
                    String format,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Format asked = Format.of(request, format, Format.JSON, Format.CSV, Format.XLSX);
        Requester requester = requesters.next();
        Told<FindingsAnswer> told = open(
                fund,
                inspection.findings(
                        requester,
                        Parameters.fund(fund),
                        Parameters.date("asOf", asOf),
                        Parameters.knownAt(knownAt, requester, inspection.knowing())));
        Answers.write(response, asked, "findings-" + fund, told.answer(), told.export());
    }

    @GetMapping("/trace")
    @Operation(
            operationId = "getTrace",
            summary = "追钱:从一户、一家公司或一张凭证看钱去了哪里、从哪里来 · where the money of a household, a company or a voucher"
                    + " went, or came from")
    @ApiResponse(
            responseCode = "200",
            description = "The way that it took, and where it ends",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = TraceAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void trace(
            @PathVariable String fund,
            @RequestParam(required = false) @Parameter(required = true, example = "H01") @Nullable String from,
            @RequestParam(required = false)
                    @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"forward", "backward"},
                                            defaultValue = "forward"))
                    @Nullable
                    String direction,
            @RequestParam(required = false)
                    @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"FIFO", "PROPORTIONAL"},
                                            defaultValue = "FIFO"))
                    @Nullable
                    String rule,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"json", "csv", "xlsx"}))
                    @Nullable
                    String format,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Format asked = Format.of(request, format, Format.JSON, Format.CSV, Format.XLSX);
        Requester requester = requesters.next();
        String start = from == null ? "" : from;
        ToldTrace traced = open(
                fund,
                inspection.trace(
                        requester,
                        Parameters.fund(fund),
                        start,
                        word("direction", direction, Direction.FORWARD),
                        word("rule", rule, TraceRule.FIFO),
                        Parameters.date("asOf", asOf),
                        Parameters.knownAt(knownAt, requester, inspection.knowing())));
        if (!traced.known()) {
            throw ProblemException.badParameter("from", start, "H01");
        }
        Told<TraceAnswer> told = traced.told();
        Answers.write(response, asked, "trace-" + fund, told.answer(), told.export());
    }

    /** A word of a fixed list in either case; what nothing is said about is as usual. */
    private static <E extends Enum<E>> E word(String name, @Nullable String text, E usual) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.badParameter(name, text, usual.name()));
    }

    private static <T> T open(String fund, Optional<T> answer) {
        return answer.orElseThrow(() -> ProblemException.fundNotOpen(fund));
    }
}

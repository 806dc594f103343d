package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.ForecastAnswer;
import coop.laborfund.api.answer.WhatIfAnswer;
import coop.laborfund.api.asking.OutlookQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.movement.PolicyText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may become of a fund's guarantees, and what would have, over HTTP: the same answers as the commands give. */
@RestController
@RequestMapping("/api/v1/funds/{fund}")
@Tag(name = "Funds")
class OutlookController {

    private static final String POLICY = "companyCap=40; floorRate=8";

    private final OutlookQuestions outlook;
    private final Requesters requesters;

    OutlookController(OutlookQuestions outlook, Requesters requesters) {
        this.outlook = outlook;
        this.requesters = requesters;
    }

    @GetMapping("/forecast")
    @Operation(
            operationId = "getForecast",
            summary = "再没有别的业务,各保的判定哪一天会变,怎样可以保住;只是计算,不记录"
                    + " · on which day each verdict changes with nothing else coming, computed")
    @ApiResponse(
            responseCode = "200",
            description = "The changes, by day",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = ForecastAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void forecast(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String year,
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
        LocalDate day = Parameters.date("asOf", asOf);
        Integer judged = year == null || year.isBlank() ? null : Parameters.year("year", year);
        Long known = Parameters.knownAt(knownAt, requester, outlook.knowing());
        Told<ForecastAnswer> told = outlook.forecast(requester, Parameters.fund(fund), judged, day, known)
                .orElseThrow(() -> ProblemException.fundNotOpen(fund));
        Answers.write(response, asked, "forecast-" + fund, told.answer(), told.export());
    }

    @GetMapping("/what-if")
    @Operation(
            operationId = "getWhatIf",
            summary = "换一种政策,哪些判定、受理和保底会不同;只是计算,不记录" + " · what another policy would have changed, computed")
    @ApiResponse(
            responseCode = "200",
            description = "What would have been otherwise",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = WhatIfAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void whatIf(
            @PathVariable String fund,
            @RequestParam @Parameter(example = POLICY) String policy,
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
        LocalDate day = Parameters.date("asOf", asOf);
        PolicyText supposed = PolicyText.read(policy);
        if (supposed.fault().isPresent()) {
            throw ProblemException.badParameter("policy", supposed.fault().get(), POLICY);
        }
        Long known = Parameters.knownAt(knownAt, requester, outlook.knowing());
        Told<WhatIfAnswer> told = outlook.whatIf(requester, Parameters.fund(fund), supposed.values(), day, known)
                .orElseThrow(() -> ProblemException.fundNotOpen(fund));
        Answers.write(response, asked, "what-if-" + fund, told.answer(), told.export());
    }
}

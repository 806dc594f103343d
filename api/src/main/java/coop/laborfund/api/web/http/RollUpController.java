package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.asking.RollUpQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.jobs.JobStanding;
import coop.laborfund.api.jobs.Jobs;
import coop.laborfund.api.jobs.RollUpJob;
import coop.laborfund.api.jobs.RollUpJobAnswer;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.RollUpWatch;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.Moment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Funds added up, over HTTP: answered at once, or, where there are many, by a job. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "RollUps")
class RollUpController {

    /** Of more the answer would come too late for a program that waits. */
    static final int MOST_FUNDS_AT_ONCE = 200;

    private static final String EXAMPLES = "53, 5325, 532527, 532527100, 532527100200";

    private final RollUpQuestions rollUps;
    private final Jobs jobs;
    private final Requesters requesters;

    RollUpController(RollUpQuestions rollUps, Jobs jobs, Requesters requesters) {
        this.rollUps = rollUps;
        this.jobs = jobs;
        this.requesters = requesters;
    }

    @GetMapping("/rollup")
    @Operation(
            operationId = "getRollUp",
            summary =
                    "一个区划的各基金按下一级汇总,不给区划就是全部 · the funds of a division added up by the places one level below it, of all"
                            + " where none is named")
    @ApiResponse(
            responseCode = "200",
            description = "The places, by code; of a village its funds",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = RollUpAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "202",
            description = "More than 200 funds: a job has it, and answers as JSON",
            headers = @Header(name = "Location", description = "The job", schema = @Schema(type = "string")),
            content = @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = RollUpJobAnswer.class)))
    @Refusals({400, 406, 503})
    void rollUp(
            @RequestParam(required = false) @Parameter(example = "532527") @Nullable String division,
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
        Division place = division(division);
        Moment moment = moment(requester, year, asOf, knownAt);
        int funds = rollUps.count(requester, place, moment);
        if (funds > MOST_FUNDS_AT_ONCE) {
            RollUpJob job = new RollUpJob(
                    place.code(),
                    funds,
                    watch -> rollUps.rollUp(requester, place, moment, watch).map(Told::answer));
            JobStanding standing = JobsController.submit(jobs, job);
            response.setStatus(HttpStatus.ACCEPTED.value());
            response.setHeader(
                    HttpHeaders.LOCATION, JobsController.address(standing).toString());
            Answers.json(response, standing);
        } else {
            // Nothing ends it here.
            Told<RollUpAnswer> told =
                    rollUps.rollUp(requester, place, moment, RollUpWatch.NONE).orElseThrow();
            String name = place.code().isEmpty() ? "rollup" : "rollup-" + place.code();
            Answers.write(response, asked, name, told.answer(), told.export());
        }
    }

    @GetMapping("/funds/{fund}/rollup")
    @Operation(operationId = "getFundRollUp", summary = "一个基金按户汇总 · one fund summed up, by its households")
    @ApiResponse(
            responseCode = "200",
            description = "The fund and its households",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = FundSummaryAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void fund(
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
        String id = Parameters.fund(fund);
        Told<FundSummaryAnswer> told = rollUps.fund(requester, id, moment(requester, year, asOf, knownAt))
                .orElseThrow(() -> ProblemException.fundNotOpen(fund));
        Answers.write(response, asked, "rollup-" + fund, told.answer(), told.export());
    }

    private Moment moment(Requester requester, @Nullable String year, @Nullable String asOf, @Nullable String knownAt) {
        Integer judged = year == null || year.isBlank() ? null : Parameters.year("year", year);
        LocalDate day = Parameters.date("asOf", asOf);
        return rollUps.moment(requester, judged, day, Parameters.knownAt(knownAt, requester, rollUps.knowing()));
    }

    private static Division division(@Nullable String text) {
        String code = text == null ? "" : text;
        if (!Division.isCode(code)) {
            throw ProblemException.badParameter("division", code, EXAMPLES);
        }
        return new Division(code);
    }
}

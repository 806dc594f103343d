package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.EventAnswer;
import coop.laborfund.api.answer.EventsAnswer;
import coop.laborfund.api.answer.HistoryAnswer;
import coop.laborfund.api.answer.JournalAnswer;
import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A fund's journal and events over HTTP: pages of JSON, or whole as the commands write them. */
@RestController
@RequestMapping("/api/v1/funds/{fund}")
@Tag(name = "History")
class HistoryController {

    private final HistoryQuestions history;
    private final Requesters requesters;

    HistoryController(HistoryQuestions history, Requesters requesters) {
        this.history = history;
        this.requesters = requesters;
    }

    @GetMapping("/journal")
    @Operation(
            operationId = "getJournal",
            summary = "日记账 · the journal: pages of JSON in the order of recording, or the whole by date for hledger,"
                    + " for beancount or as a table")
    @ApiResponse(
            responseCode = "200",
            description = "The entries posted on the days from one to another",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = JournalAnswer.class)),
                @Content(mediaType = ExportFormat.TEXT_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void journal(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"json", "hledger", "beancount", "csv", "xlsx"}))
                    @Nullable
                    String format,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Requester requester = requesters.next();
        LocalDate first = Parameters.date("from", from);
        LocalDate last = Parameters.date("to", to);
        Format asked =
                Format.of(request, format, Format.JSON, Format.HLEDGER, Format.BEANCOUNT, Format.CSV, Format.XLSX);
        if (asked == Format.JSON) {
            long beginning = Parameters.position("after", after, 0);
            int size = Parameters.limit(limit);
            Answers.json(
                    response,
                    open(fund, history.journalPage(requester, Parameters.fund(fund), first, last, beginning, size)));
        } else {
            Answers.export(
                    response,
                    "journal-" + fund,
                    asked.export(),
                    open(fund, history.journal(requester, Parameters.fund(fund), first, last)));
        }
    }

    @GetMapping("/events")
    @Operation(
            operationId = "getEvents",
            summary = "历史 · the history itself: pages of JSON, or lines of JSON from one position to another")
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = EventsAnswer.class)),
                @Content(mediaType = Format.LINES_TYPE, schema = @Schema(type = "string"))
            })
    @Refusals({400, 404, 406, 503})
    void events(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Parameter(schema = @Schema(allowableValues = {"json", "ndjson"})) @Nullable
                    String format,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Requester requester = requesters.next();
        Format asked = Format.of(request, format, Format.JSON, Format.NDJSON);
        long first = Math.max(Parameters.position("from", from, 1), Parameters.position("after", after, 0) + 1);
        long last = Parameters.position("to", to, Long.MAX_VALUE);
        int size = Parameters.limit(limit);
        if (asked == Format.JSON) {
            Answers.json(response, open(fund, history.eventsPage(requester, Parameters.fund(fund), first, last, size)));
        } else {
            Stream<EventAnswer> events = open(fund, history.events(requester, Parameters.fund(fund), first, last));
            Answers.lines(response, Format.LINES_TYPE, limit == null ? events : events.limit(size));
        }
    }

    @GetMapping(path = "/history", produces = Format.JSON_TYPE)
    @Operation(
            operationId = "getHistory",
            summary = "逐条历史 · the history event by event, each with its entry and the balances right after it")
    @ApiResponse(responseCode = "200", description = "A page of the history", useReturnTypeSchema = true)
    @Refusals({400, 404, 406, 503})
    HistoryAnswer history(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        long beginning = Parameters.position("after", after, 0);
        int size = Parameters.limit(limit);
        return open(fund, history.steps(requesters.next(), Parameters.fund(fund), beginning, size));
    }

    private static <T> T open(String fund, Optional<T> answer) {
        return answer.orElseThrow(() -> ProblemException.fundNotOpen(fund));
    }
}

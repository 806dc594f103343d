package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.api.asking.StatementAsked;
import coop.laborfund.api.asking.StatementQuestions;
import coop.laborfund.api.asking.Told;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A fund's statements, its books and what is to be done in it over HTTP: the same answers as the commands give. */
@RestController
@RequestMapping("/api/v1/funds/{fund}")
@Tag(name = "Funds")
class StatementsController {

    private final StatementQuestions statements;
    private final Requesters requesters;

    StatementsController(StatementQuestions statements, Requesters requesters) {
        this.statements = statements;
        this.requesters = requesters;
    }

    @GetMapping("/statements/{statement}")
    @Operation(
            operationId = "getStatement",
            summary = "报表和账簿:资产负债表、盈余及盈余分配表、成员权益变动表、科目余额表、银行存款余额调节表、日记账、明细账、总账、成员账户" + " · statements and books")
    @ApiResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = StatementAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void statement(
            @PathVariable String fund,
            @PathVariable
                    @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "balance-sheet",
                                                "income",
                                                "equity",
                                                "trial",
                                                "reconciliation",
                                                "daybook",
                                                "ledger",
                                                "general",
                                                "members"
                                            }))
                    String statement,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Parameter(example = "113") @Nullable String account,
            @RequestParam(required = false) @Nullable String sub,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"json", "csv", "xlsx"}))
                    @Nullable
                    String format,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Format asked = Format.of(request, format, Format.JSON, Format.CSV, Format.XLSX);
        StatementForm form = StatementForm.named(statement)
                .orElseThrow(() ->
                        ProblemException.badParameter("statement", statement, String.join(", ", StatementForm.keys())));
        StatementAsked question = new StatementAsked(
                form,
                Parameters.fund(fund),
                Parameters.date("asOf", asOf),
                null,
                Parameters.date("from", from),
                given(account),
                given(sub));
        write(response, asked, question, knownAt);
    }

    @GetMapping("/reconciliation")
    @Operation(operationId = "getReconciliation", summary = "银行存款余额调节表 · the bank's reconciliation")
    @ApiResponse(
            responseCode = "200",
            description = "The reconciliation",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = StatementAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void reconciliation(
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
        LocalDate day = Parameters.date("asOf", asOf);
        StatementAsked question =
                new StatementAsked(StatementForm.RECONCILIATION, Parameters.fund(fund), day, null, null, null, null);
        write(response, asked, question, knownAt);
    }

    private void write(HttpServletResponse response, Format format, StatementAsked asked, @Nullable String knownAt)
            throws IOException {
        if (!asked.hasGoodAccount()) {
            throw ProblemException.badParameter("account", asked.account() == null ? "" : asked.account(), "113");
        }
        Requester requester = requesters.next();
        Long known = Parameters.knownAt(knownAt, requester, statements.knowing());
        Told<StatementAnswer> told = statements
                .statement(requester, asked.knownAt(known))
                .orElseThrow(() -> ProblemException.fundNotOpen(asked.fund()));
        Answers.write(response, format, asked.form().key() + "-" + asked.fund(), told.answer(), told.export());
    }

    @GetMapping("/due")
    @Operation(operationId = "getDue", summary = "今天要办:到期、未付、未结、未勾对、未公示 · what is to be done")
    @ApiResponse(
            responseCode = "200",
            description = "What is due on the day, by date",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = DueAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void due(
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
        LocalDate day = Parameters.date("asOf", asOf);
        Long known = Parameters.knownAt(knownAt, requester, statements.knowing());
        Told<DueAnswer> told = statements
                .due(requester, Parameters.fund(fund), day, known)
                .orElseThrow(() -> ProblemException.fundNotOpen(fund));
        Answers.write(response, asked, "due-" + fund, told.answer(), told.export());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.asking.ToldVerdicts;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.ComparedWith;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A fund's books over HTTP, as JSON or as tables: the same answers as the commands give. */
@RestController
@RequestMapping("/api/v1/funds/{fund}")
@Tag(name = "Funds")
class BooksController {

    private final BookQuestions books;
    private final Requesters requesters;

    BooksController(BookQuestions books, Requesters requesters) {
        this.books = books;
        this.requesters = requesters;
    }

    @GetMapping("/balances")
    @Operation(
            operationId = "getBalances",
            summary = "各科目余额;有 diff 时是与另一天或另一知情位置的差异 · every account's balance; with diff how they differ"
                    + " from those of another day or knowing")
    @ApiResponse(
            responseCode = "200",
            description = "The balances, or with diff the differences",
            content = {
                @Content(
                        mediaType = Format.JSON_TYPE,
                        schema = @Schema(anyOf = {BalancesAnswer.class, DifferencesAnswer.class})),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void balances(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Parameter(description = "D, @P, D@P", example = "2023-12-31@120") @Nullable
                    String diff,
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
        Long known = Parameters.knownAt(knownAt, requester, books.knowing());
        if (diff == null || diff.isBlank()) {
            Told<BalancesAnswer> told = open(fund, books.balances(requester, Parameters.fund(fund), day, known));
            Answers.write(response, asked, "balances-" + fund, told.answer(), told.export());
        } else {
            ComparedWith other = Parameters.comparedWith(diff, day, known, requester, books.knowing());
            Told<DifferencesAnswer> told =
                    open(fund, books.differences(requester, Parameters.fund(fund), day, known, other));
            Answers.write(response, asked, "differences-" + fund, told.answer(), told.export());
        }
    }

    @GetMapping("/guarantees")
    @Operation(operationId = "getGuarantees", summary = "三保判定 · the three verdicts")
    @ApiResponse(
            responseCode = "200",
            description = "The verdicts",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = GuaranteesAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void guarantees(
            @PathVariable String fund,
            @RequestParam(required = false) @Parameter(required = true, example = "2024") @Nullable String year,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(defaultValue = "false") boolean evidence,
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
        ToldVerdicts told = open(
                fund,
                books.guarantees(
                        requester,
                        Parameters.fund(fund),
                        Parameters.year("year", year),
                        day,
                        Parameters.knownAt(knownAt, requester, books.knowing()),
                        evidence));
        Answers.write(response, asked, "guarantees-" + fund + "-" + year, told.answer(), told.export());
    }

    @GetMapping("/members")
    @Operation(operationId = "getMembers", summary = "社员账户:股金、分红、代偿逐笔 · member accounts: shares, dividends, payouts")
    @ApiResponse(
            responseCode = "200",
            description = "The households' accounts, a row a movement",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = MemberAccountsAnswer.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Refusals({400, 404, 406, 503})
    void members(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String household,
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
        Told<MemberAccountsAnswer> told = open(
                fund,
                books.members(
                        requester,
                        Parameters.fund(fund),
                        household == null || household.isEmpty() ? null : household,
                        Parameters.date("asOf", asOf),
                        Parameters.knownAt(knownAt, requester, books.knowing())));
        Answers.write(response, asked, "members-" + fund, told.answer(), told.export());
    }

    private static <T> T open(String fund, Optional<T> answer) {
        return answer.orElseThrow(() -> ProblemException.fundNotOpen(fund));
    }
}

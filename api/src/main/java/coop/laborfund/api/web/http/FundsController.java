package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.projections.fact.Members.FundOpening;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which funds there are, over HTTP: the answer that the command gives. */
@RestController
@RequestMapping(path = "/api/v1/funds", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Funds")
class FundsController {

    private final LedgerNode node;

    FundsController(LedgerNode node) {
        this.node = node;
    }

    /** The array that the command gives, by id; with {@code after} or {@code limit} a page of it in the order of opening. */
    @GetMapping
    @Operation(
            operationId = "listFunds",
            summary = "列出基金 · the funds; with after or limit a page in the order of opening, the next page in Link")
    @ApiResponse(
            responseCode = "200",
            description = "The funds",
            headers = @Header(name = "Link", description = "rel=next", schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @Refusals({400, 406, 503})
    ResponseEntity<List<FundAnswer>> funds(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        List<FundOpening> openings = node.readModels().funds();
        if (after == null && limit == null) {
            return ResponseEntity.ok(openings.stream().map(FundAnswer::of).toList());
        }
        long last = Parameters.position("after", after, 0);
        int size = Page.limit(limit);
        Page<FundOpening> page = Page.of(
                openings.stream()
                        .filter(opening -> opening.position() > last)
                        .sorted(Comparator.comparingLong(FundOpening::position)),
                size,
                FundOpening::position);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(
                    HttpHeaders.LINK, "</api/v1/funds?after=" + page.next() + "&limit=" + size + ">; rel=\"next\"");
        }
        return answer.body(page.map(FundAnswer::of).items());
    }
}

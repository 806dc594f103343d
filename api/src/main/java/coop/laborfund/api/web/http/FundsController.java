package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.Page;
import coop.laborfund.api.recording.Requesters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    private final BookQuestions books;
    private final Requesters requesters;

    FundsController(BookQuestions books, Requesters requesters) {
        this.books = books;
        this.requesters = requesters;
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
        if (after == null && limit == null) {
            return ResponseEntity.ok(books.funds(requesters.next()));
        }
        long last = Parameters.position("after", after, 0);
        int size = Parameters.limit(limit);
        Page<FundAnswer> page = books.funds(requesters.next(), last, size);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(
                    HttpHeaders.LINK, "</api/v1/funds?after=" + page.next() + "&limit=" + size + ">; rel=\"next\"");
        }
        return answer.body(page.items());
    }
}

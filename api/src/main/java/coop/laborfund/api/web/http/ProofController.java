package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.HeadAnswer;
import coop.laborfund.api.proof.KeyStatus;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.proof.PackWriter;
import coop.laborfund.api.proof.ProofException;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.door.AskHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What lets others check the ledger, over HTTP: heads, the signing key's public half, inspection packs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Proof")
class ProofController {

    private static final String PEM = "application/x-pem-file";
    private static final String ZIP = "application/zip";

    private final AskHistory history;
    private final PackWriter packs;
    private final LedgerIdentity identity;
    private final Requesters requesters;

    ProofController(AskHistory history, PackWriter packs, LedgerIdentity identity, Requesters requesters) {
        this.history = history;
        this.packs = packs;
        this.identity = identity;
        this.requesters = requesters;
    }

    @GetMapping(path = "/heads", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listHeads", summary = "各基金的链头,可以公布 · each fund's head of the chain, to publish")
    @ApiResponse(responseCode = "200", description = "The heads", useReturnTypeSchema = true)
    @Refusals({406, 503})
    List<HeadAnswer> heads() {
        return history.heads(requesters.next()).stream().map(HeadAnswer::of).toList();
    }

    @GetMapping("/public-key")
    @Operation(operationId = "getPublicKey", summary = "签名公钥 · the public key that packs are signed with")
    @ApiResponse(
            responseCode = "200",
            description = "The key as PEM",
            content = @Content(mediaType = PEM, schema = @Schema(type = "string")))
    @Refusals(503)
    void publicKey(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        Answers.download(response, "public-key.pem", PEM).write(pem().getBytes(StandardCharsets.US_ASCII));
    }

    private String pem() {
        try {
            return identity.published()
                    .map(KeyStatus::pem)
                    .orElseGet(() -> identity.signing().verifying().pem());
        } catch (ProofException unable) {
            throw unsigned(unable);
        }
    }

    private static ProblemException unsigned(ProofException unable) {
        return new ProblemException(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "SIGNING_KEY", new Words(unable.chinese(), unable.english())));
    }

    @GetMapping("/funds/{fund}/pack")
    @Operation(
            operationId = "getPack",
            summary = "查验包:一个基金的全部历史和由它得出的一切 · the inspection pack: a fund's history and all that comes of it")
    @ApiResponse(
            responseCode = "200",
            description = "The pack",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @Refusals({404, 503})
    void pack(@PathVariable String fund, @Parameter(hidden = true) HttpServletResponse response) throws IOException {
        if (history.head(requesters.next(), Parameters.fund(fund)).isEmpty()) {
            throw ProblemException.fundNotOpen(fund);
        }
        try {
            identity.signing();
        } catch (ProofException unable) {
            throw unsigned(unable);
        }
        try {
            packs.write(fund, Answers.download(response, "pack-" + fund + ".zip", ZIP));
        } catch (UncheckedIOException unwritable) {
            // The client went away.
            throw unwritable.getCause();
        }
    }
}

package coop.laborfund.api.web.http;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.jobs.ImportJob;
import coop.laborfund.api.jobs.JobAnswer;
import coop.laborfund.api.jobs.JobStanding;
import coop.laborfund.api.jobs.Jobs;
import coop.laborfund.api.recording.FileImports;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.web.problems.ProblemWriter;
import coop.laborfund.api.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Importing movements files over HTTP: answered at once, or, where there are many rows, by a job. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportsController {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Several times the most rows that a fund may have in a file; beyond it there is the command. */
    static final int LARGEST_FILE = 64 * 1024 * 1024;

    /** Of files with more rows the answer would come too late for a program that waits. */
    static final int MOST_ROWS_AT_ONCE = 10_000;

    private final FileImports imports;
    private final Jobs jobs;
    private final Requesters requesters;

    ImportsController(FileImports imports, Jobs jobs, Requesters requesters) {
        this.imports = imports;
        this.jobs = jobs;
        this.requesters = requesters;
    }

    /** A part of a form, as the OpenAPI document shows it. */
    @Schema(name = "ImportForm")
    record Form(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file) {}

    @PostMapping(
            consumes = {CSV, XLSX, MediaType.MULTIPART_FORM_DATA_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importMovements",
            summary = "导入流水表 · imports a movements file",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = Form.class))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "All that was asked for is done",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @ApiResponse(
            responseCode = "202",
            description = "More than 10,000 rows: a job has it",
            headers = @Header(name = "Location", description = "The job", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = JobAnswer.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Rows are refused, or a fund could not be recorded",
            content =
                    @Content(
                            mediaType = ProblemWriter.MEDIA_TYPE,
                            schema = @Schema(implementation = ImportProblem.class)))
    @Refusals({400, 406, 413, 415, 503})
    @Nullable
    ResponseEntity<Object> importFile(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean acceptValid,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ImportMode mode = ImportMode.of(dryRun, acceptValid);
        MovementsFile file = parse(Upload.of(request, LARGEST_FILE));
        if (file.rowCount() > MOST_ROWS_AT_ONCE) {
            JobStanding job =
                    JobsController.submit(jobs, new ImportJob(imports.importer(requesters.next()), file, mode));
            return ResponseEntity.accepted()
                    .location(JobsController.address(job))
                    .body(job);
        }
        ImportResult result;
        try (file) {
            result = imports.importer(requesters.next()).run(List.of(file), mode);
        }
        if (result.isDone(mode)) {
            return ResponseEntity.ok(result);
        }
        ProblemWriter.write(response, HttpStatus.UNPROCESSABLE_CONTENT.value(), ImportProblem.of(result));
        return null;
    }

    /** The one place where an upload becomes a movements file; what kind of file it is, its bytes tell. */
    private static MovementsFile parse(Upload upload) {
        try {
            return MovementsFile.parse(upload.name(), upload.bytes());
        } catch (UnreadableFileException unreadable) {
            // Chinese on the first line, English on the second.
            String[] messages =
                    Objects.requireNonNullElse(unreadable.getMessage(), "").split("\n", 2);
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "UNREADABLE_FILE", new Words(messages[0], messages[messages.length - 1]));
        }
    }
}

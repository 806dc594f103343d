package coop.laborfund.api.web.http;

import coop.laborfund.api.jobs.ImportJobs;
import coop.laborfund.api.jobs.JobAnswer;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Large imports on their way. */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class JobsController {

    private final ImportJobs jobs;

    JobsController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getJob", summary = "导入进度和结果 · a job's progress and result; forgotten at a restart")
    @ApiResponse(responseCode = "200", description = "The job as it stands", useReturnTypeSchema = true)
    @Refusals({404, 406})
    JobAnswer job(@PathVariable String id) {
        return jobs.find(id).orElseThrow(JobsController::unknown);
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "cancelJob",
            summary = "取消导入 · ends a job before its next fund; funds recorded by then stay recorded")
    @ApiResponse(responseCode = "200", description = "The job as it stands", useReturnTypeSchema = true)
    @Refusals({404, 406})
    JobAnswer cancel(@PathVariable String id) {
        return jobs.cancel(id).orElseThrow(JobsController::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "JOB_NOT_FOUND", Words.of("jobNotFound"));
    }
}

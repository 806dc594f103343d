package coop.laborfund.api.web.http;

import coop.laborfund.api.jobs.Job;
import coop.laborfund.api.jobs.JobAnswer;
import coop.laborfund.api.jobs.JobStanding;
import coop.laborfund.api.jobs.Jobs;
import coop.laborfund.api.jobs.RollUpJobAnswer;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Large imports and roll-ups on their way. */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class JobsController {

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getJob", summary = "导入或汇总的进度和结果 · a job's progress and result; forgotten at a restart")
    @ApiResponse(
            responseCode = "200",
            description = "The job as it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(anyOf = {JobAnswer.class, RollUpJobAnswer.class})))
    @Refusals({404, 406})
    JobStanding job(@PathVariable String id) {
        return jobs.find(id).orElseThrow(JobsController::unknown);
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "cancelJob",
            summary = "取消导入或汇总 · ends a job before its next fund; funds recorded by then stay recorded")
    @ApiResponse(
            responseCode = "200",
            description = "The job as it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(anyOf = {JobAnswer.class, RollUpJobAnswer.class})))
    @Refusals({404, 406})
    JobStanding cancel(@PathVariable String id) {
        return jobs.cancel(id).orElseThrow(JobsController::unknown);
    }

    /** Takes one in, unless there are too many. */
    static JobStanding submit(Jobs jobs, Job job) {
        return jobs.submit(job)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_JOBS", Words.of("tooManyJobs")));
    }

    static URI address(JobStanding job) {
        return URI.create("/api/v1/jobs/" + job.id());
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "JOB_NOT_FOUND", Words.of("jobNotFound"));
    }
}

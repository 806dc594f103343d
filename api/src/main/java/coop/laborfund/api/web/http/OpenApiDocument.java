package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.EventsAnswer;
import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.ForecastAnswer;
import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.answer.HeadAnswer;
import coop.laborfund.api.answer.HistoryAnswer;
import coop.laborfund.api.answer.JournalAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.answer.MovementAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.TraceAnswer;
import coop.laborfund.api.answer.WhatIfAnswer;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.jobs.JobAnswer;
import coop.laborfund.api.jobs.RollUpJobAnswer;
import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.web.problems.ProblemWriter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the OpenAPI document says beyond the controllers' signatures. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String REFERENCE = "#/components/schemas/";

    /** Schemas that are referred to by name alone. */
    private static final List<Class<?>> NOT_IN_A_SIGNATURE = List.of(Problem.class);

    /** What answers are made of, down from here. */
    private static final List<Class<?>> ANSWERS = List.of(
            BalancesAnswer.class,
            FindingsAnswer.class,
            TraceAnswer.class,
            DifferencesAnswer.class,
            DueAnswer.class,
            EventsAnswer.class,
            FundAnswer.class,
            GuaranteesAnswer.class,
            GuaranteesAnswer.Capital.class,
            GuaranteesAnswer.Collective.class,
            GuaranteesAnswer.Employment.class,
            HistoryAnswer.class,
            HeadAnswer.class,
            ImportProblem.class,
            ImportResult.class,
            JobAnswer.class,
            RollUpJobAnswer.class,
            RollUpAnswer.class,
            FundSummaryAnswer.class,
            JournalAnswer.class,
            MemberAccountsAnswer.class,
            MovementAnswer.class,
            Problem.class,
            StatementAnswer.class,
            ForecastAnswer.class,
            WhatIfAnswer.class);

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("laborfund")
                        .version("1")
                        .description("劳务合作基金账本。金额是元的字符串,日期是 ISO 格式,位置是数字。Money is a string of yuan, debit minus credit;"
                                + " dates are ISO; positions are numbers. Version 1 changes only by addition."))
                // Relative to the document's own address, so that it is the same wherever the server listens.
                .servers(List.of(new Server().url("/")));
    }

    /** Each refusal that an operation names, and the one of the loopback rule, with the schema of a problem. */
    @Bean
    OperationCustomizer refusals() {
        return (operation, method) -> {
            problem(operation, HttpStatus.FORBIDDEN.value());
            Refusals refusals = method.getMethodAnnotation(Refusals.class);
            if (refusals != null) {
                for (int status : refusals.value()) {
                    problem(operation, status);
                }
            }
            return operation;
        };
    }

    private static void problem(Operation operation, int status) {
        if (operation.getResponses().containsKey(String.valueOf(status))) {
            return;
        }
        Schema<?> schema = new Schema<>().$ref(REFERENCE + Problem.class.getSimpleName());
        operation
                .getResponses()
                .addApiResponse(
                        String.valueOf(status),
                        new ApiResponse()
                                .description(HttpStatus.valueOf(status).getReasonPhrase())
                                .content(new Content()
                                        .addMediaType(ProblemWriter.MEDIA_TYPE, new MediaType().schema(schema))));
    }

    @Bean
    OpenApiCustomizer schemas() {
        return document -> {
            for (Class<?> record : NOT_IN_A_SIGNATURE) {
                ModelConverters.getInstance(true).read(record).forEach(document.getComponents()::addSchemas);
            }
            document.getComponents().addSchemas(MovementSchema.NAME, MovementSchema.ofDeclarations());
            RecordSchemas schemas = new RecordSchemas(document);
            ANSWERS.forEach(schemas::complete);
        };
    }
}

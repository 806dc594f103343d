package coop.laborfund.api.web.http;

import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.ImportResult.RefusedRow;
import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.words.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A problem with an import's result as its extensions. */
@Schema(description = "RFC 9457 with the import's result")
record ImportProblem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String column,
        String value,
        String messageEn,
        long position,
        int recorded,
        int alreadyRecorded,
        List<RefusedRow> refused,
        List<String> fundsRecorded,
        List<String> fundsNotRecorded) {

    static ImportProblem of(ImportResult result) {
        int refused = result.refused().size();
        Problem problem = Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IMPORT_REFUSED",
                Words.of("importRefused", refused, result.recorded()));
        return new ImportProblem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                problem.column(),
                problem.value(),
                problem.messageEn(),
                result.position(),
                result.recorded(),
                result.alreadyRecorded(),
                result.refused(),
                result.fundsRecorded(),
                result.fundsNotRecorded());
    }
}

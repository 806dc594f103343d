package coop.laborfund.api.web.http;

import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.RowNote;
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
        int wouldRecord,
        int proposed,
        int alreadyRecorded,
        List<RowNote> refused,
        List<RowNote> warnings,
        List<String> sheetsRead,
        List<String> sheetsNotRead,
        List<String> fundsRecorded,
        List<String> fundsNotRecorded) {

    static ImportProblem of(ImportResult result) {
        int refused = result.refusedCount();
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
                result.wouldRecord(),
                result.proposed(),
                result.alreadyRecorded(),
                result.refused(),
                result.warnings(),
                result.sheetsRead(),
                result.sheetsNotRead(),
                result.fundsRecorded(),
                result.fundsNotRecorded());
    }
}

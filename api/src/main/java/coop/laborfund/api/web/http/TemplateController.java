package coop.laborfund.api.web.http;

import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.importing.TemplateWorkbook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The movements file to fill in, over HTTP. */
@RestController
@Tag(name = "Imports")
class TemplateController {

    @GetMapping("/api/v1/template")
    @Operation(operationId = "getTemplate", summary = "流水表模板(xlsx) · the movements file as a workbook to fill in")
    @ApiResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary")))
    @Refusals(406)
    void template(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ExportFormat format = Format.of(request, null, Format.XLSX).export();
        TemplateWorkbook.write(Answers.file(response, "流水表模板", format));
    }
}

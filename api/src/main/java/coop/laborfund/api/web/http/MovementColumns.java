package coop.laborfund.api.web.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A movement's columns, as the OpenAPI document shows them; {@link MovementBody} reads them. A JSON number is read as the text
 * that it is written in.
 */
@Schema(
        name = "Movement",
        description =
                "流水表的一行 · a row of the movements file: which columns a type needs, that file's description says. Each"
                        + " may be a string, or a number that is read as the text it is written in.")
record MovementColumns(
        @Schema(
                description = "凭证号 · unique within the fund",
                example = "2024-001",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String ref,

        @Schema(description = "业务日期", example = "2024-01-31", requiredMode = Schema.RequiredMode.REQUIRED)
        String date,

        @Schema(description = "基金编号 · that of the address, or left out") @Nullable
        String fund,

        @Schema(description = "业务类型", example = "INVEST_SHARES", requiredMode = Schema.RequiredMode.REQUIRED)
        String type,

        @Schema(description = "对象") @Nullable String party,
        @Schema(description = "对方") @Nullable String counterparty,

        @Schema(description = "金额", example = "5000.00") @Nullable
        String amount,

        @Schema(description = "年度", example = "2024") @Nullable
        String year,

        @Schema(description = "月份", example = "2024-01") @Nullable
        String month,

        @Schema(description = "投放编号") @Nullable String advance,

        @Schema(description = "年利率", example = "6") @Nullable
        String rate,

        @Schema(description = "到期日", example = "2024-12-31") @Nullable
        String due,

        @Schema(description = "来源") @Nullable String source,
        @Schema(description = "担保") @Nullable String guarantee,
        @Schema(description = "付款方") @Nullable String payer,
        @Schema(description = "冲正凭证号") @Nullable String reverses,
        @Schema(description = "决议文号") @Nullable String resolution,

        @Schema(description = "政策参数", example = "floorRate=6; stableMonths=3") @Nullable
        String policy,

        @Schema(description = "名称") @Nullable String name,
        @Schema(description = "人口", example = "4") @Nullable String size,
        @Schema(description = "摘要") @Nullable String memo) {}

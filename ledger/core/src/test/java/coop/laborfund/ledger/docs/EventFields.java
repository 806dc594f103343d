package coop.laborfund.ledger.docs;

import coop.laborfund.ledger.event.DividendBasis;
import coop.laborfund.ledger.event.DividendBasis.Holder;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of a record's fields: their JSON type with its unit, and what they mean. */
final class EventFields {

    /** What a field is that means the same wherever it stands; a {@code @param} of the record's own says more. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("voucher", "凭证头 · the head that every movement bears, see above"),
            Map.entry("advance", "投放编号 · the advance's id"),
            Map.entry("amount", "金额 · amount, above zero"),
            Map.entry("company", "公司 · the company's id"),
            Map.entry("direction", "收付 · which way it went"),
            Map.entry("due", "到期日 · day on which the principal is due"),
            Map.entry("employer", "用工单位 · the employer's id"),
            Map.entry("from", "转出户 · the household that gives"),
            Map.entry("guarantee", "哪一项保障 · which guarantee"),
            Map.entry("household", "户 · the household's id"),
            Map.entry("kind", "就业去向 · where the work is"),
            Map.entry("lines", "每户一行 · a line a household"),
            Map.entry("month", "月份 · the month"),
            Map.entry("name", "名称 · display name"),
            Map.entry("payer", "付款方 · whose money it is"),
            Map.entry("policy", "政策参数 · policy values, canonical texts by key"),
            Map.entry("purpose", "用途 · what the capital is for"),
            Map.entry("rate", "年利率 · rate a year"),
            Map.entry("resolution", "决议文号 · the decision that allows it"),
            Map.entry("own", "其中自有资金 · what of it is the household's own money"),
            Map.entry("rules", "规则版本 · the version of the contract whose entry it makes"),
            Map.entry("route", "经手 · how the money reached the village"),
            Map.entry("size", "人口 · people in the household"),
            Map.entry("source", "来源 · where it comes from"),
            Map.entry("to", "转入户 · the household that receives"),
            Map.entry("village", "村代码 · the village's 12-digit division code"),
            Map.entry("worker", "劳动力 · the worker's id"),
            Map.entry("year", "年度 · the year"));

    private EventFields() {}

    static String table(Class<?> type) {
        RecordSource source = RecordSource.of(type);
        return "| 字段 field | 类型 type | 含义 meaning |\n|---|---|---|\n"
                + Arrays.stream(type.getRecordComponents())
                        .map(component -> "| `%s` | %s | %s |\n"
                                .formatted(component.getName(), typeOf(component), meaning(component, source)))
                        .collect(Collectors.joining());
    }

    private static String meaning(RecordComponent component, RecordSource source) {
        String common = COMMON.get(component.getName());
        String own = source.parameters().get(component.getName());
        if (own == null) {
            return Objects.requireNonNull(common, () -> component + " is explained nowhere");
        }
        return common == null ? own : common.replaceFirst(" · .*", "") + " · " + own;
    }

    private static String typeOf(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return jsonType(component) + (optional ? ", 可为 or null" : "");
    }

    private static String jsonType(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return words(type);
        }
        if (component.getGenericType() instanceof ParameterizedType list && type != SortedMap.class) {
            return "array: " + ((Class<?>) list.getActualTypeArguments()[0]).getSimpleName();
        }
        String known = JSON_TYPES.get(type);
        return known == null && type.isRecord()
                ? "object: " + type.getSimpleName()
                : Objects.requireNonNull(known, type::toString);
    }

    private static final Map<Class<?>, String> JSON_TYPES = Map.of(
            String.class, "string",
            int.class, "number, 整数 whole",
            Fen.class, "string, 元 yuan, 两位小数 two decimals",
            Rate.class, "string, 每年百分之 percent a year",
            BigInteger.class, "string, 整数 whole",
            LocalDate.class, "string, `YYYY-MM-DD`",
            YearMonth.class, "string, `YYYY-MM`",
            SortedMap.class, "object of strings",
            Voucher.class, "object: Voucher",
            FundEvent.class, "object: `type`, `revision`, `payload`");

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Word) constant)
                .map(word -> "`" + word.name() + "` " + word.chinese())
                .collect(Collectors.joining(", "));
    }

    /** The records that stand inside events. */
    static String parts() {
        return Stream.of(
                        Voucher.class,
                        DividendLine.class,
                        DividendBasis.class,
                        Holder.class,
                        LossLine.class,
                        ReserveParts.class,
                        YearResult.class)
                .map(EventFields::part)
                .collect(Collectors.joining());
    }

    private static String part(Class<?> type) {
        return "### " + type.getSimpleName() + "\n\n" + RecordSource.of(type).sentence() + "\n\n" + table(type) + "\n";
    }
}

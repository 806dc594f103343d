package coop.laborfund.api.web.http;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.movement.ColumnUse;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.Need;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A movement's columns in the OpenAPI document, made from the declarations of the movement types; {@link MovementBody} reads
 * them. A JSON number is read as the text that it is written in.
 */
final class MovementSchema {

    static final String NAME = "Movement";

    /** What each type does with which column: an extension, for programs that fill in movements. */
    static final String TYPES = "x-movement-types";

    private static final String DESCRIPTION =
            "流水表的一行 · a row of the movements file: which columns a type needs, that file's description says. Each"
                    + " may be a string, or a number that is read as the text it is written in.";

    /** The fund is in the address too. */
    private static final List<Column> NEEDED = List.of(Column.DATE, Column.REF, Column.TYPE);

    private static final Map<Column, String> NOTES =
            Map.of(Column.REF, " · unique within the fund", Column.FUND, " · that of the address, or left out");

    private static final Map<Column, String> EXAMPLES = Map.ofEntries(
            Map.entry(Column.REF, "2024-001"),
            Map.entry(Column.DATE, "2024-01-31"),
            Map.entry(Column.TYPE, MovementType.INVEST_SHARES.name()),
            Map.entry(Column.AMOUNT, "5000.00"),
            Map.entry(Column.YEAR, "2024"),
            Map.entry(Column.MONTH, "2024-01"),
            Map.entry(Column.RATE, "6"),
            Map.entry(Column.DUE, "2024-12-31"),
            Map.entry(Column.POLICY, "floorRate=6; stableMonths=3"),
            Map.entry(Column.LINE, "20240131-0001;20240131-0002"),
            Map.entry(Column.MATCH, "2024-001;2024-002"),
            Map.entry(Column.BALANCE, "-12.50"),
            Map.entry(Column.SIZE, "4"));

    private MovementSchema() {}

    static Schema<?> ofDeclarations() {
        Schema<?> movement = typed("object").description(DESCRIPTION);
        for (Column column : Column.values()) {
            movement.addProperty(column.key(), property(column));
        }
        movement.setRequired(NEEDED.stream().map(Column::key).toList());
        movement.addExtension(
                TYPES,
                Arrays.stream(MovementType.values())
                        .map(MovementSchema::described)
                        .toList());
        return movement;
    }

    private static Schema<?> property(Column column) {
        Schema<?> property = typed("string").description(column.chinese() + NOTES.getOrDefault(column, ""));
        String example = EXAMPLES.get(column);
        if (example != null) {
            property.setExample(example);
        }
        return property;
    }

    private static Schema<?> typed(String type) {
        return new JsonSchema().types(Set.of(type));
    }

    private static Map<String, Object> described(MovementType type) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("type", type.name());
        described.put("chinese", type.chinese());
        described.put("kind", type.kind().name());
        described.put("reversible", type.reversible());
        described.put(
                "columns",
                type.columns().stream().map(MovementSchema::described).toList());
        return described;
    }

    private static Map<String, Object> described(ColumnUse use) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("column", use.column().key());
        described.put("chinese", use.chinese());
        described.put("english", use.english());
        described.put("form", use.form().name());
        described.put("need", need(use.need()));
        if (!use.words().isEmpty()) {
            described.put(
                    "words",
                    use.words().stream()
                            .map(word -> Map.of("word", word.name(), "chinese", word.chinese()))
                            .toList());
        }
        use.missing().ifPresent(word -> described.put("missing", word.name()));
        return described;
    }

    /** A sentence of one line, for people who write programs. */
    private static String need(Need need) {
        return switch (need) {
            case Need.Always always -> "always";
            case Need.Optionally optionally -> "optional";
            case Need.When when ->
                "when " + when.column().key() + " is "
                        + String.join(
                                " or ", when.words().stream().map(Word::name).toList());
            case Need.Either either -> "this or " + either.other().key() + ", not both";
            case Need.UnlessEveryone unless ->
                "optional, empty when " + unless.column().key() + " is " + Need.EVERYONE;
        };
    }
}

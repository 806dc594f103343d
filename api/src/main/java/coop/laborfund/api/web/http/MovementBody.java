package coop.laborfund.api.web.http;

import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.text.CellText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A movement as a JSON object: the columns' keys, each with a string or a number. A number counts as the text that it is
 * written in, so that no amount ever passes through floating point; null counts as an empty cell.
 */
final class MovementBody {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private MovementBody() {}

    /**
     * The cells of a movement of a fund, which the body may name too.
     *
     * @throws ProblemException 400 for what is no such object
     */
    static Map<Column, String> read(byte[] body, String fund) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text(body))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notAnObject();
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                cell(json, cells);
            }
            if (json.nextToken() != null) {
                throw notAnObject();
            }
        } catch (JacksonException broken) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "BAD_JSON", Words.of("brokenJson"));
        }
        requireFund(cells, fund);
        cells.put(Column.FUND, fund);
        return cells;
    }

    private static void cell(JsonParser json, Map<Column, String> cells) {
        String key = json.currentName();
        Optional<Column> column = Arrays.stream(Column.values())
                .filter(each -> each.key().equals(key))
                .findFirst();
        if (column.isEmpty()) {
            throw bad("UNKNOWN_COLUMN", key, "", Words.of("unknownColumn", key));
        }
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.VALUE_STRING && !value.isNumeric()) {
            Words which = new Words(column.get().chinese() + "(" + key + ")", key);
            throw bad("BAD_JSON", key, "", Words.of("notTextOrNumber", which));
        }
        String cell = CellText.trim(json.getString());
        if (!cell.isEmpty()) {
            cells.put(column.get(), cell);
        }
    }

    private static void requireFund(Map<Column, String> cells, String fund) {
        String given = cells.getOrDefault(Column.FUND, fund);
        if (!given.equals(fund)) {
            throw bad(RefusalCode.BAD_CODE.name(), Column.FUND.key(), given, Words.of("otherFund", given, fund));
        }
    }

    /** JSON is UTF-8; a stray byte must not become some other letter. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "BAD_JSON", Words.of("notUtf8"));
        }
    }

    private static ProblemException notAnObject() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "BAD_JSON", Words.of("notAnObject"));
    }

    private static ProblemException bad(String code, String column, String value, Words words) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, code, column, value, words));
    }
}

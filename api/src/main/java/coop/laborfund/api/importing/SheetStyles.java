package coop.laborfund.api.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** How a workbook's cells show their numbers: a style's number format is all that makes a number a date. */
final class SheetStyles {

    enum Shows {
        NUMBER,
        PERCENT,
        DATE
    }

    /** Quoted text, escaped characters, padding, and what stands in brackets but for elapsed hours, minutes and seconds. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^]]*]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY_OR_YEAR = Pattern.compile("[ydeg年月日]", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_ALONE = Pattern.compile("^[^hs]*m[^hs]*$", Pattern.CASE_INSENSITIVE);

    private final List<Shows> styles = new ArrayList<>();

    private SheetStyles() {}

    static SheetStyles none() {
        return new SheetStyles();
    }

    static SheetStyles read(XmlPart part) throws XMLStreamException {
        SheetStyles read = new SheetStyles();
        Map<String, String> formats = new HashMap<>();
        boolean inCells = false;
        while (part.next()) {
            if (part.starts("numFmt")) {
                formats.put(text(part.attribute("numFmtId")), text(part.attribute("formatCode")));
            } else if (part.starts("cellXfs")) {
                inCells = true;
            } else if (part.ends("cellXfs")) {
                inCells = false;
            } else if (inCells && part.starts("xf")) {
                String id = text(part.attribute("numFmtId"));
                String code = formats.get(id);
                read.styles.add(code != null ? ofCode(code) : ofBuiltIn(id));
            }
        }
        return read;
    }

    private static String text(@Nullable String attribute) {
        return attribute == null ? "" : attribute;
    }

    Shows of(@Nullable String style) {
        try {
            int index = style == null ? 0 : Integer.parseInt(style);
            return index >= 0 && index < styles.size() ? styles.get(index) : Shows.NUMBER;
        } catch (NumberFormatException none) {
            return Shows.NUMBER;
        }
    }

    /** The formats that files name by number alone; 27 to 36 and 50 to 58 are dates in East Asian editions. */
    private static Shows ofBuiltIn(String id) {
        return switch (id) {
            case "9", "10" -> Shows.PERCENT;
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36" -> Shows.DATE;
            case "50", "51", "52", "53", "54", "57", "58" -> Shows.DATE;
            default -> Shows.NUMBER;
        };
    }

    static Shows ofCode(String code) {
        // The part for positive numbers: dates are.
        String plain = LITERAL.matcher(code).replaceAll("").split(";", 2)[0];
        if (plain.equalsIgnoreCase("general")) {
            return Shows.NUMBER;
        }
        if (DAY_OR_YEAR.matcher(plain).find() || MONTH_ALONE.matcher(plain).matches()) {
            return Shows.DATE;
        }
        return plain.contains("%") ? Shows.PERCENT : Shows.NUMBER;
    }
}

package coop.laborfund.api.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook's styles, of which only the number formats matter here. */
final class SheetStyles {

    private final List<NumberFormat> styles = new ArrayList<>();

    private SheetStyles() {}

    static SheetStyles none() {
        return new SheetStyles();
    }

    static SheetStyles read(XmlPart part) throws XMLStreamException {
        SheetStyles read = new SheetStyles();
        Map<String, NumberFormat> formats = new HashMap<>();
        boolean inCells = false;
        while (part.next()) {
            if (part.starts("numFmt")) {
                formats.put(text(part.attribute("numFmtId")), NumberFormat.of(text(part.attribute("formatCode"))));
            } else if (part.starts("cellXfs")) {
                inCells = true;
            } else if (part.ends("cellXfs")) {
                inCells = false;
            } else if (inCells && part.starts("xf")) {
                String id = text(part.attribute("numFmtId"));
                NumberFormat format = formats.get(id);
                read.styles.add(format != null ? format : NumberFormat.ofBuiltIn(id));
            }
        }
        return read;
    }

    private static String text(@Nullable String attribute) {
        return attribute == null ? "" : attribute;
    }

    NumberFormat of(@Nullable String style) {
        try {
            int index = style == null ? 0 : Integer.parseInt(style);
            return index >= 0 && index < styles.size() ? styles.get(index) : NumberFormat.GENERAL;
        } catch (NumberFormatException none) {
            return NumberFormat.GENERAL;
        }
    }
}

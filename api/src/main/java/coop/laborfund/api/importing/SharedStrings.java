package coop.laborfund.api.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The texts that a workbook's cells refer to by number. */
final class SharedStrings {

    /** In characters: a full sheet's worth of voucher numbers and memos, and no more than a small heap holds. */
    private static final long MOST = 100_000_000;

    /** How a workbook writes characters that XML cannot hold. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    private SharedStrings() {}

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(XmlPart part) throws XMLStreamException {
        SharedStrings read = new SharedStrings();
        long size = 0;
        while (part.next()) {
            if (part.starts("si")) {
                String text = richText(part, "si");
                size += text.length() + 40L;
                if (size > MOST) {
                    throw new XMLStreamException("more text than can be held in memory");
                }
                read.texts.add(text);
            }
        }
        return read;
    }

    /** The text within an element that has just started: its runs joined, without the reading aids of Japanese. */
    static String richText(XmlPart part, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (part.next() && !part.ends(element)) {
            if (part.starts("rPh")) {
                part.skip();
            } else if (part.starts("t")) {
                text.append(part.text());
                if (text.length() > XmlPart.LONGEST_TEXT) {
                    throw new XMLStreamException("a cell of more than " + XmlPart.LONGEST_TEXT + " characters");
                }
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    String get(String number) throws XMLStreamException {
        try {
            return texts.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            throw new XMLStreamException("a text that is not there: " + number, none);
        }
    }
}

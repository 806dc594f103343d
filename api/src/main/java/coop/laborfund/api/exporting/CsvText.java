package coop.laborfund.api.exporting;

import java.util.regex.Pattern;

/**
 * Text for CSV cells. Spreadsheets take a cell for a formula where it begins with {@code =}, {@code +}, {@code -},
 * {@code @}, a tab or a line break, in some languages their full-width forms too; such a text gets an apostrophe in front.
 *
 * <p>Not so where it has the form of an id, which may begin with {@code -}: other programs look it up, so it stays as it is
 * recorded. Without quotes, commas, bars and exclamation marks it can be no more than a sum over cells, unless a function is
 * called in it. Amounts are no text and stay numbers.
 */
final class CsvText {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern ID = Pattern.compile("-[\\p{IsHan}A-Za-z0-9\\-_./()（）]{0,39}");
    private static final Pattern CALL = Pattern.compile("[\\p{IsHan}A-Za-z0-9_.][(（]");

    private CsvText() {}

    static String harmless(String text) {
        return text.isEmpty() || BEGINNINGS.indexOf(text.charAt(0)) < 0 || isHarmlessId(text) ? text : "'" + text;
    }

    private static boolean isHarmlessId(String text) {
        return ID.matcher(text).matches() && !CALL.matcher(text).find();
    }
}

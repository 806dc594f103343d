package coop.laborfund.api.exporting;

/**
 * Text for CSV cells. Spreadsheets take a cell for a formula where it begins with {@code =}, {@code +}, {@code -},
 * {@code @}, a tab or a line break, in some languages their full-width forms too; such a text gets an apostrophe in front.
 * Amounts are no text and stay numbers.
 */
final class CsvText {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    static String harmless(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

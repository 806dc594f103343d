package coop.laborfund.ledger.text;

/** What all cells have in common before anything is read of them. Pure functions of texts. */
public final class CellText {

    private static final char FIRST_WIDE = '！';
    private static final char LAST_WIDE = '～';

    /** From a full-width character of {@code ！} to {@code ～} to its narrow one. */
    private static final int WIDTH = FIRST_WIDE - '!';

    private CellText() {}

    /** Without white space and invisible characters (no-break and zero-width spaces, byte order and direction marks) round it. */
    public static String trim(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isUnseen(cell.charAt(from))) {
            from++;
        }
        while (to > from && isUnseen(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    /** Without any white space and invisible character, within it too. */
    public static String withoutSpaces(String cell) {
        StringBuilder seen = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (!isUnseen(cell.charAt(i))) {
                seen.append(cell.charAt(i));
            }
        }
        return seen.toString();
    }

    /** Whether nobody can see that the character is there. */
    public static boolean isUnseen(int character) {
        if (character > ' ' && character < 0x7F) {
            return false;
        }
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    /** With full-width digits and punctuation, but no letters, as their narrow ones. */
    public static String narrow(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (isWide(cell.charAt(i))) {
                return narrowed(cell);
            }
        }
        return cell;
    }

    private static String narrowed(String cell) {
        StringBuilder narrow = new StringBuilder(cell);
        for (int i = 0; i < cell.length(); i++) {
            if (isWide(cell.charAt(i))) {
                narrow.setCharAt(i, (char) (cell.charAt(i) - WIDTH));
            }
        }
        return narrow.toString();
    }

    private static boolean isWide(char character) {
        return character >= FIRST_WIDE && character <= LAST_WIDE && !Character.isLetter(character);
    }
}

package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.text.DateText;
import java.lang.Character.UnicodeScript;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an id may look like. */
final class IdForm {

    private static final int LONGEST = 40;
    private static final String PUNCTUATION = "-_./()（）";

    /** Personal data have no place in a history that nobody can erase. */
    private static final int IDENTITY_NUMBER = 18;

    private static final int MOBILE_NUMBER = 11;
    private static final String BORN = "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";
    private static final String PERSONAL = "(?:[0-9]{6}" + BORN + "[0-9]{3}[0-9Xx]|1[3-9][0-9]{9})";
    private static final Pattern IS_PERSONAL = Pattern.compile(PERSONAL);
    private static final Pattern HAS_PERSONAL = Pattern.compile("(?<![0-9])" + PERSONAL + "(?![0-9])");

    private IdForm() {}

    /** Whether it has neither too few nor too many characters. */
    static boolean isOfLength(String id) {
        return !id.isEmpty() && (id.length() <= LONGEST || id.codePointCount(0, id.length()) <= LONGEST);
    }

    /** The first character that no id may have. */
    static OptionalInt forbidden(String id) {
        for (int i = 0; i < id.length(); i += Character.charCount(id.codePointAt(i))) {
            if (!isAllowed(id.codePointAt(i))) {
                return OptionalInt.of(id.codePointAt(i));
            }
        }
        return OptionalInt.empty();
    }

    /** Whether it reads like an identity number or a mobile number. */
    static boolean looksPersonal(String id) {
        boolean asLong = id.length() == IDENTITY_NUMBER || id.length() == MOBILE_NUMBER;
        return asLong && IS_PERSONAL.matcher(id).matches() && isBornOnADay(id);
    }

    /** Whether an identity number or a mobile number stands in a text. */
    static boolean hasPersonal(String text) {
        Matcher found = HAS_PERSONAL.matcher(text);
        while (found.find()) {
            if (isBornOnADay(found.group())) {
                return true;
            }
        }
        return false;
    }

    /** Of an identity number, whether its birthday is one; there is no 30 February. */
    private static boolean isBornOnADay(String number) {
        return number.length() != IDENTITY_NUMBER
                || DateText.isDay(
                        Integer.parseInt(number, 6, 10, 10),
                        Integer.parseInt(number, 10, 12, 10),
                        Integer.parseInt(number, 12, 14, 10));
    }

    private static boolean isAllowed(int codePoint) {
        return (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= '0' && codePoint <= '9')
                || PUNCTUATION.indexOf(codePoint) >= 0
                || UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }
}

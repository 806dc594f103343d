package coop.laborfund.ledger.movement;

import java.util.regex.Pattern;

/** What an id may look like. */
final class IdForm {

    private static final int LONGEST = 40;
    private static final String PUNCTUATION = "-_./()（）";

    /** Personal data have no place in a history that nobody can erase. */
    private static final int IDENTITY_NUMBER = 18;

    private static final int MOBILE_NUMBER = 11;
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{17}[0-9Xx]|1[3-9][0-9]{9}");

    private IdForm() {}

    static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.codePointCount(0, id.length()) > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i += Character.charCount(id.codePointAt(i))) {
            if (!isAllowed(id.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it reads like an identity number or a mobile number. */
    static boolean looksPersonal(String id) {
        boolean asLong = id.length() == IDENTITY_NUMBER || id.length() == MOBILE_NUMBER;
        return asLong && PERSONAL.matcher(id).matches();
    }

    private static boolean isAllowed(int codePoint) {
        return (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= '0' && codePoint <= '9')
                || Character.isIdeographic(codePoint)
                || PUNCTUATION.indexOf(codePoint) >= 0;
    }
}

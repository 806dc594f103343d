package coop.laborfund.api.importing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a number in a sheet says to whoever looks at it there, as text. */
final class SheetCell {

    /** What Excel shows at most: the stored binary number is off in the 17th digit, 0.1 + 0.2 is 0.30000000000000004. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{0,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");

    private static final LocalDate ORIGIN_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate ORIGIN_1900 = LocalDate.of(1899, 12, 30);

    /** The 29 February 1900, which never was; days before it are one further from the origin. */
    private static final int NO_DAY = 60;

    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);

    private static final int ISO_DATE = 10;

    private SheetCell() {}

    /** A number in plain decimal digits. What is none is left as it is, for the row's own check to name. */
    static String number(String stored) {
        return parse(stored).map(SheetCell::plain).orElse(stored);
    }

    /** A number that is shown as so many percent. */
    static String percent(String stored) {
        return parse(stored)
                .map(number -> plain(number.movePointRight(2)) + "%")
                .orElse(stored);
    }

    /** What its format shows of it, where that is its own digits with zeros and texts about them; else empty. */
    static Optional<String> shown(String stored, NumberFormat format) {
        return parse(stored).flatMap(format::shown);
    }

    /**
     * A number that is shown as a date: {@code YYYY-MM-DD}. A time of day is left out; empty for what is no day.
     *
     * @param from1904 whether the workbook counts days from 1904
     */
    static Optional<String> date(String stored, boolean from1904) {
        return parse(stored)
                .filter(serial -> serial.signum() >= 0 && serial.compareTo(LAST_SERIAL) <= 0)
                .flatMap(serial -> day(serial.setScale(0, RoundingMode.FLOOR).intValue(), from1904))
                .map(LocalDate::toString);
    }

    /** A date that is stored as text of ISO 8601. */
    static String isoDate(String stored) {
        return stored.length() > ISO_DATE ? stored.substring(0, ISO_DATE) : stored;
    }

    private static Optional<LocalDate> day(int serial, boolean from1904) {
        if (from1904) {
            return Optional.of(ORIGIN_1904.plusDays(serial));
        }
        // Serial 0 is a time without a day.
        if (serial == 0 || serial == NO_DAY) {
            return Optional.empty();
        }
        return Optional.of(ORIGIN_1900.plusDays(serial < NO_DAY ? serial + 1L : serial));
    }

    private static Optional<BigDecimal> parse(String stored) {
        String number = stored.strip();
        boolean digits = NUMBER.matcher(number).matches() && number.chars().anyMatch(Character::isDigit);
        try {
            return digits ? Optional.of(new BigDecimal(number).round(SHOWN)) : Optional.empty();
        } catch (NumberFormatException odd) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

package coop.laborfund.ledger.text;

import coop.laborfund.ledger.money.Rate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percentages as people write them: {@code 6}, {@code 6%}, {@code 6.5}; from 0 to 100, at most four decimals. */
public final class RateText {

    private static final Pattern RATE = Pattern.compile("0*([0-9]{1,3}(\\.[0-9]{1,4})?)%?");
    private static final Rate ALL = Rate.ofPercent("100");

    private RateText() {}

    /** Empty for what is written otherwise. */
    public static Optional<Rate> rate(String cell) {
        String narrow = CellText.narrow(cell);
        return RATE.matcher(narrow).matches()
                ? Optional.of(Rate.ofPercent(narrow.endsWith("%") ? narrow.substring(0, narrow.length() - 1) : narrow))
                        .filter(rate -> rate.compareTo(ALL) <= 0)
                : Optional.empty();
    }
}

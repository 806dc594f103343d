package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to write instead of a ref that is taken. Vouchers that are numbered anew each month get the month before the number, the
 * rows of one voucher a number after it. It may be taken too; that is for the next try to say.
 */
final class FreeRef {

    private static final int LONGEST = 40;
    private static final Pattern NUMBERED = Pattern.compile("(.+/)([0-9]{1,3})");

    private FreeRef() {}

    /**
     * What explains the refusal.
     *
     * @param earlier what stands under the ref, where that is known
     */
    static Map<String, String> instead(String ref, LocalDate date, Optional<FundEvent> earlier) {
        YearMonth month = YearMonth.from(date);
        String dated = month + "-" + ref;
        LocalDate taken = earlier.map(FundEvent::date).orElse(date);
        boolean sameMonth = YearMonth.from(taken).equals(month);
        if (earlier.isEmpty() || (!sameMonth && tooLong(dated))) {
            return Map.of("suggestion", next(ref));
        }
        return sameMonth
                ? Map.of("reason", "rows", "suggestion", next(ref))
                : Map.of("reason", "month", "earlier", taken.toString(), "suggestion", dated);
    }

    private static String next(String ref) {
        Matcher numbered = NUMBERED.matcher(ref);
        String next = numbered.matches() ? numbered.group(1) + (Integer.parseInt(numbered.group(2)) + 1) : ref + "/2";
        return tooLong(next) ? next.substring(next.offsetByCodePoints(next.length(), -LONGEST)) : next;
    }

    private static boolean tooLong(String ref) {
        return ref.codePointCount(0, ref.length()) > LONGEST;
    }
}

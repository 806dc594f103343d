package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** An entry of a journal with what is said of the movement that made it. */
record Posting(long position, LocalDate date, String ref, MovementType type, String memo, List<Line> lines) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    static Posting of(long position, FundEvent event, Entry entry) {
        return new Posting(
                position,
                entry.date(),
                event.ref(),
                MovementType.of(event),
                event.voucher().memo(),
                entry.lines());
    }

    /** The memo without line breaks and tabs, for formats that end something at them. */
    String oneLineMemo() {
        return memo.isEmpty() ? memo : CONTROL.matcher(memo).replaceAll(" ");
    }
}

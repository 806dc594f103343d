package coop.laborfund.api.words;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.HistoryCutException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What is said of the ledger's own failures that somebody has to see to, on a terminal as over HTTP. */
public final class LedgerWords {

    private static final DateTimeFormatter SHANGHAI =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private LedgerWords() {}

    /** What was recorded once, what is left, and what to do. */
    public static Words of(HistoryCutException cut) {
        return Words.of("historyCut", cut.seen(), cut.last());
    }

    /** By what the clock cannot be right, and what to do. */
    public static Words of(ClockUntrustedException trouble) {
        String clock = moment(trouble.clock());
        String expected = moment(trouble.expected());
        Words why = switch (trouble.reason()) {
            case BEHIND_HISTORY -> Words.of("clockBehindHistory", clock, expected);
            case OTHER_THAN_MACHINE -> Words.of("clockOtherThanMachine", clock, expected);
            case JUMPED -> Words.of("clockJumped", clock, expected);
        };
        return why.and(Words.of("clockUntrusted"));
    }

    private static String moment(Instant instant) {
        return SHANGHAI.format(instant);
    }
}

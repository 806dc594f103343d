package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The money in the bank day by day: below zero on some past day (18), or lying idle (6). */
final class BankDays extends Check {

    /** For how long money lies before it is told, the longest first. */
    private static final List<Integer> IDLE_DAYS = List.of(730, 365, 180);

    /** From so many days on it is against the purpose of the money. */
    private static final int LONG_DAYS = 365;

    /** Less than so much of the share capital is what a fund keeps at hand, in percent. */
    private static final int IDLE_PERCENT = 20;

    private static final BigInteger PERCENT = BigInteger.valueOf(100);

    @Override
    void tell(View view, Report report) {
        lookBelowZero(view.standings(), view.day(), report);
        lookIdle(view, report);
    }

    private static void lookBelowZero(Standings standings, LocalDate day, Report report) {
        List<Long> evidence = new ArrayList<>();
        LocalDate first = null;
        Fen lowest = Fen.ZERO;
        long days = 0;
        NavigableMap<LocalDate, Standing> ends = standings.ends();
        for (Map.Entry<LocalDate, Standing> end : ends.entrySet()) {
            Fen bank = end.getValue().bank();
            if (bank.isNegative()) {
                first = first == null ? end.getKey() : first;
                lowest = lowest.min(bank);
                LocalDate next = ends.higherKey(end.getKey());
                days += (next == null ? day.plusDays(1) : next).toEpochDay()
                        - end.getKey().toEpochDay();
                long out = standings.dayOf(end.getKey()).largestOut();
                if (out > 0) {
                    evidence.add(out);
                }
            }
        }
        if (first != null) {
            report.add(What.BANK_BELOW_ZERO, first, lowest.negate(), evidence, first, days, lowest);
        }
    }

    /**
     * What was there all the time is the least that was free at the end of any of its days: free of others' money and of the
     * reserve. That it was not always the same yuan is nothing to who should have lent it on.
     */
    private static void lookIdle(View view, Report report) {
        Fen shares = view.standings().on(view.day()).shares();
        for (int days : IDLE_DAYS) {
            LocalDate from = view.day().minusDays(days);
            Fen idle = leastFree(view.standings(), from, view.day());
            if (idle.isPositive() && isLarge(idle, shares)) {
                LocalDate since = since(view.standings(), from, idle);
                long in = view.standings().dayOf(since).largestIn();
                report.add(
                        days >= LONG_DAYS ? What.MONEY_IDLE_LONG : What.MONEY_IDLE,
                        since,
                        idle,
                        in == 0 ? List.of() : List.of(in),
                        days,
                        idle,
                        IDLE_PERCENT);
                return;
            }
        }
    }

    private static Fen leastFree(Standings standings, LocalDate from, LocalDate until) {
        Fen least = standings.on(from).free();
        for (Standing end : standings.ends().subMap(from, false, until, true).values()) {
            least = least.min(end.free());
        }
        return least;
    }

    /** The day from which no less than an amount was free. */
    private static LocalDate since(Standings standings, LocalDate from, Fen idle) {
        LocalDate since = from;
        for (Map.Entry<LocalDate, Standing> end :
                standings.ends().headMap(from, true).descendingMap().entrySet()) {
            if (idle.exceeds(end.getValue().free())) {
                return since;
            }
            since = end.getKey();
        }
        return since;
    }

    private static boolean isLarge(Fen part, Fen whole) {
        return BigInteger.valueOf(part.value())
                        .multiply(PERCENT)
                        .compareTo(BigInteger.valueOf(whole.value()).multiply(BigInteger.valueOf(IDLE_PERCENT)))
                >= 0;
    }
}

package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The books day by day: as large as the days with postings. */
final class Standings {

    /** What a day's postings come to, and its largest movements of money. */
    static final class Day {
        private long bank;
        private long owed;
        private long shares;
        private long surplus;
        private long fiscal;
        private long ownReserve;
        private long largestIn;
        private long largestOut;
        private long largestInPosition;
        private long largestOutPosition;

        /** The position of the largest that came in, 0 where nothing did. */
        long largestIn() {
            return largestInPosition;
        }

        /** The position of the largest that went out, 0 where nothing did. */
        long largestOut() {
            return largestOutPosition;
        }

        private void post(Line line) {
            long amount = line.amount().value();
            Account account = line.account();
            if (account.ofSurplus()) {
                surplus = Math.subtractExact(surplus, amount);
                return;
            }
            switch (account) {
                case BANK -> bank = Math.addExact(bank, amount);
                case PAYABLES, DIVIDENDS_PAYABLE -> owed = Math.subtractExact(owed, amount);
                case SHARES -> shares = Math.subtractExact(shares, amount);
                case FISCAL_RESERVE -> fiscal = Math.subtractExact(fiscal, ofRisk(line));
                case DONATED_RESERVE, SURPLUS_RESERVE -> ownReserve = Math.subtractExact(ownReserve, ofRisk(line));
                case ADVANCES -> {}
                case YEAR_RESULT, APPROPRIATION, RETURNS, OTHER_INCOME, EXPENSES_2007, EXPENSES, FINANCE, LOSSES -> {}
            }
        }

        private static long ofRisk(Line line) {
            return line.sub().equals(Subs.RISK) ? line.amount().value() : 0;
        }

        private void moved(long net, long position) {
            if (net > largestIn) {
                largestIn = net;
                largestInPosition = position;
            } else if (-net > largestOut) {
                largestOut = -net;
                largestOutPosition = position;
            }
        }

        private Standing after(Standing before) {
            return new Standing(
                    before.bank().plus(Fen.of(bank)),
                    before.owed().plus(Fen.of(owed)),
                    before.shares().plus(Fen.of(shares)),
                    before.surplus().plus(Fen.of(surplus)),
                    before.fiscal().plus(Fen.of(fiscal)),
                    before.ownReserve().plus(Fen.of(ownReserve)));
        }
    }

    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
    private @Nullable NavigableMap<LocalDate, Standing> ends;

    void post(Entry entry, long position) {
        if (entry.lines().isEmpty()) {
            return;
        }
        ends = null;
        Day day = days.computeIfAbsent(entry.date(), any -> new Day());
        long before = day.bank;
        for (Line line : entry.lines()) {
            day.post(line);
        }
        day.moved(day.bank - before, position);
    }

    /** The days with postings. */
    NavigableMap<LocalDate, Day> days() {
        return days;
    }

    /** What was posted on a day. */
    Day dayOf(LocalDate day) {
        return days.getOrDefault(day, new Day());
    }

    /** The books at the end of each day with postings. */
    NavigableMap<LocalDate, Standing> ends() {
        NavigableMap<LocalDate, Standing> known = ends;
        if (known == null) {
            known = new TreeMap<>();
            Standing last = Standing.NOTHING;
            for (Map.Entry<LocalDate, Day> day : days.entrySet()) {
                last = day.getValue().after(last);
                known.put(day.getKey(), last);
            }
            ends = known;
        }
        return known;
    }

    Standing on(LocalDate day) {
        Map.Entry<LocalDate, Standing> end = ends().floorEntry(day);
        return end == null ? Standing.NOTHING : end.getValue();
    }
}

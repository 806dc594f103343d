package coop.laborfund.projections.due;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Apportionment;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.money.ShareDays;
import coop.laborfund.projections.fact.Shares.ShareChange;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** How each household's shares changed, day by day: what a promised dividend is counted from. */
final class ShareDayBook {

    private final SortedMap<String, SortedMap<LocalDate, Fen>> changes = new TreeMap<>(Ids.ORDER);

    void count(ShareChange change, int sign) {
        Fen amount = sign > 0 ? change.amount() : change.amount().negate();
        changes.computeIfAbsent(change.household(), household -> new TreeMap<>())
                .merge(change.date(), amount, Fen::plus);
    }

    /** What a rate gives all households for the days from one to another, each rounded as a dividend by rate is. */
    Fen dividend(Rate rate, LocalDate from, LocalDate to) {
        SequencedMap<String, BigInteger> shareDays = new LinkedHashMap<>();
        changes.forEach((household, days) -> shareDays.put(household, ShareDays.of(days, from, to)));
        return Apportionment.ofRate(rate, shareDays).values().stream().reduce(Fen.ZERO, Fen::plus);
    }
}

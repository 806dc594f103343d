package coop.laborfund.ledger.policy;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules in force for a fund on one day.
 *
 * @param values canonical texts by written key, every key of {@link PolicyKey} present (values by year for at least one year)
 */
public record Policy(SortedMap<String, String> values) {

    /** Starting values, taken from schemes of this kind; a fund sets its own. None is presented as law. */
    static final SortedMap<String, String> DEFAULTS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
            Map.entry("floorRate", "6"),
            Map.entry("shareLimit", "50000.00"),
            Map.entry("companyCap", "50"),
            Map.entry("reserveRate", "5"),
            Map.entry("termMonths", "36"),
            Map.entry("wageAdvanceDays", "60"),
            Map.entry("advanceGraceDays", "30"),
            Map.entry("dividendDue", "12-10"),
            Map.entry("dividendGraceDays", "30"),
            Map.entry("stableMonths", "3"),
            Map.entry("stableWage", "100.00"),
            Map.entry("lossTolerance", "1"),
            Map.entry("firstYearBy", "09-30"),
            Map.entry("approvalOver", ""),
            Map.entry("incomeLine.2019", "3218.00"),
            Map.entry("incomeLine.2020", "4000.00"),
            Map.entry("collectiveTarget.2018", "20000.00"),
            Map.entry("collectiveTarget.2022", "50000.00"))));

    /** Of a fund that has set nothing. */
    static final Policy STARTING = new Policy(DEFAULTS);

    public Fen money(PolicyKey key) {
        return Fen.ofYuan(text(key.key()));
    }

    public Rate percent(PolicyKey key) {
        return Rate.ofPercent(text(key.key()));
    }

    public int whole(PolicyKey key) {
        return Integer.parseInt(text(key.key()));
    }

    /** A day of every year; where it is 29 February, the last of that month. */
    public MonthDay monthDay(PolicyKey key) {
        return MonthDay.parse("--" + text(key.key()));
    }

    /** The amount for a year: its own, else the nearest earlier year's, else the earliest there is. */
    public Fen moneyOf(PolicyKey key, int year) {
        return Fen.ofYuan(text(keyOf(key, year)));
    }

    /** The written key of the value that {@link #moneyOf} takes. */
    public String keyOf(PolicyKey key, int year) {
        String prefix = key.key() + ".";
        SortedMap<String, String> years = values.subMap(prefix, prefix + Character.MAX_VALUE);
        SortedMap<String, String> upTo = years.headMap("%s%04d\0".formatted(prefix, year));
        return upTo.isEmpty() ? years.firstKey() : upTo.lastKey();
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no policy value " + key);
        }
        return value;
    }
}

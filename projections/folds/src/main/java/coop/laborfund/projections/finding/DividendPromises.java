package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.money.Apportionment;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyKey;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was promised as a dividend, declared and paid are different facts (8): a year's floor that was not declared, what was declared
 * and is not paid, and what was paid late, each once the due day and its days of grace are over.
 */
final class DividendPromises extends Check {

    /** Rounding by household makes less than this of a difference where there are fewer than two hundred. */
    private static final Fen ROUNDING = Fen.of(100);

    /** No row can name a later one. */
    private static final int LAST_YEAR = 2199;

    private final Movements<DividendDeclared> declared = keep(DividendDeclared.class);
    private final Movements<DividendPaid> paid = keep(DividendPaid.class);
    private final Movements<DividendPaymentReturned> returned = keep(DividendPaymentReturned.class);

    /** What was done for a year's dividend. */
    private static final class Year {
        private final List<Movement<DividendDeclared>> declared = new ArrayList<>();
        private final List<Movement<DividendPaid>> paid = new ArrayList<>();
        private Fen declaredSum = Fen.ZERO;
        private Fen unpaid = Fen.ZERO;
    }

    @Override
    void tell(View view, Report report) {
        SortedMap<Integer, Year> years = new TreeMap<>();
        if (!view.standings().days().isEmpty()) {
            int first = view.standings().days().firstKey().getYear();
            for (int year = first; year <= Math.min(view.day().getYear(), LAST_YEAR); year++) {
                years.put(year, new Year());
            }
        }
        declared.byDate().forEach(movement -> {
            Year year = of(years, movement.event().year());
            year.declared.add(movement);
            year.declaredSum = year.declaredSum.plus(sum(movement.event().lines()));
            year.unpaid = year.unpaid.plus(sum(movement.event().lines()));
        });
        paid.byDate().forEach(movement -> {
            Year year = of(years, movement.event().year());
            year.paid.add(movement);
            year.unpaid = year.unpaid.minus(sum(movement.event().lines()));
        });
        returned.all().forEach(movement -> {
            Year year = of(years, movement.event().year());
            year.unpaid = year.unpaid.plus(movement.amount());
        });
        years.forEach((year, done) -> lookAt(year, done, view, report));
    }

    private static Year of(Map<Integer, Year> years, int year) {
        return years.computeIfAbsent(year, any -> new Year());
    }

    private static Fen sum(List<DividendLine> lines) {
        return lines.stream().map(DividendLine::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private static void lookAt(int year, Year done, View view, Report report) {
        LocalDate lastDay = LocalDate.of(year, Month.DECEMBER, 31);
        Policy policy = view.policies().on(lastDay).policy();
        LocalDate due = policy.monthDay(PolicyKey.DIVIDEND_DUE).atYear(year);
        LocalDate graceEnds = due.plusDays(policy.whole(PolicyKey.DIVIDEND_GRACE_DAYS));
        if (!view.day().isAfter(graceEnds)) {
            return;
        }
        LocalDate until =
                done.declared.isEmpty() ? due : earlier(done.declared.getLast().date(), lastDay);
        Fen floor = floor(shareDays(view.standings(), year, until), policy.percent(PolicyKey.FLOOR_RATE));
        Fen lacking = floor.minus(done.declaredSum);
        if (lacking.exceeds(ROUNDING)) {
            report.add(
                    What.DIVIDEND_SHORT,
                    due.plusDays(1),
                    lacking,
                    Movements.positions(done.declared),
                    year,
                    floor,
                    done.declaredSum,
                    lacking);
        }
        if (done.unpaid.isPositive()) {
            report.add(
                    What.DIVIDEND_UNPAID,
                    due.plusDays(1),
                    done.unpaid,
                    Movements.positions(done.declared),
                    year,
                    due,
                    done.unpaid);
        }
        lookAtLate(year, done, graceEnds, report);
    }

    private static void lookAtLate(int year, Year done, LocalDate graceEnds, Report report) {
        List<Movement<DividendPaid>> late = done.paid.stream()
                .filter(movement -> movement.date().isAfter(graceEnds))
                .toList();
        if (!late.isEmpty()) {
            Fen amount = Fen.ZERO;
            for (Movement<DividendPaid> movement : late) {
                amount = amount.plus(sum(movement.event().lines()));
            }
            report.add(
                    What.DIVIDEND_LATE,
                    late.getFirst().date(),
                    amount,
                    Movements.positions(late),
                    year,
                    graceEnds,
                    amount,
                    late.getFirst().date());
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Fen held at the end of each day of a year up to one of its days, by what is known now. */
    private static BigInteger shareDays(Standings standings, int year, LocalDate until) {
        LocalDate from = LocalDate.of(year, Month.JANUARY, 1);
        if (until.isBefore(from)) {
            return BigInteger.ZERO;
        }
        BigInteger sum = BigInteger.ZERO;
        LocalDate day = from;
        Fen held = standings.on(from).shares();
        for (Map.Entry<LocalDate, Standing> next :
                standings.ends().subMap(from, false, until, true).entrySet()) {
            sum = sum.add(held(held, day, next.getKey()));
            day = next.getKey();
            held = next.getValue().shares();
        }
        return sum.add(held(held, day, until.plusDays(1)));
    }

    private static BigInteger held(Fen shares, LocalDate from, LocalDate until) {
        return BigInteger.valueOf(shares.max(Fen.ZERO).value())
                .multiply(BigInteger.valueOf(ChronoUnit.DAYS.between(from, until)));
    }

    /** Of all households together; each by itself is rounded, which makes less than {@link #ROUNDING}. */
    private static Fen floor(BigInteger shareDays, Rate rate) {
        SequencedMap<String, BigInteger> all = new LinkedHashMap<>(Map.of("", shareDays));
        return Apportionment.ofRate(rate, all).getOrDefault("", Fen.ZERO);
    }
}

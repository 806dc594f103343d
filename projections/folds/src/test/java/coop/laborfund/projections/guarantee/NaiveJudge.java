package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.CapitalFigures.Advance;
import coop.laborfund.projections.guarantee.EmploymentFigures.Household;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Verdicts by figures, each by a sentence of the contract and in numbers of any size: what the judges must equal. */
final class NaiveJudge {

    private static final List<String> FROM_BEST = List.of("MET", "MET_BY_PAYOUT", "ON_TRACK", "AT_RISK", "BREACHED");

    private final GuaranteeFigures figures;
    private final LocalDate day;
    private final int year;

    private NaiveJudge(GuaranteeFigures figures) {
        this.figures = figures;
        day = figures.year().asOf();
        year = figures.year().year();
    }

    /** A line for each verdict, the households' last. */
    static List<String> of(GuaranteeFigures figures) {
        NaiveJudge judge = new NaiveJudge(figures);
        List<String> verdicts = new ArrayList<>(List.of(judge.capital(), judge.collective()));
        verdicts.addAll(judge.employment());
        return verdicts;
    }

    /** The same of the verdicts that were given. */
    static List<String> told(Verdicts verdicts) {
        CapitalSafety capital = verdicts.capitalSafety();
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        EmploymentIncome employment = verdicts.employmentIncome();
        List<String> told = new ArrayList<>(List.of(
                line(capital.verdict(), capital.coverage(), capital.secured(), capital.shortfall()),
                line(village.verdict(), village.received(), village.shortfall()),
                line(employment.verdict(), employment.satisfied(), employment.total(), employment.shortfall())));
        employment
                .households()
                .forEach(household -> told.add(line(
                        household.verdict(),
                        household.household(),
                        household.months(),
                        household.monthsShort(),
                        household.shortfall())));
        return told;
    }

    private static String line(Object... parts) {
        List<String> words = new ArrayList<>();
        for (Object part : parts) {
            words.add(
                    part instanceof BigInteger fen
                            ? Fen.of(fen.longValueExact()).toString()
                            : part.toString());
        }
        return String.join(" ", words);
    }

    private static BigInteger fen(Fen amount) {
        return BigInteger.valueOf(amount.value());
    }

    private String capital() {
        CapitalFigures capital = figures.capital();
        BigInteger good = BigInteger.ZERO;
        BigInteger secured = BigInteger.ZERO;
        Set<String> companies =
                capital.advances().stream().map(Advance::company).collect(Collectors.toSet());
        for (String company : companies) {
            BigInteger bad = BigInteger.ZERO;
            for (Advance advance : capital.advances()) {
                if (advance.company().equals(company) && day.compareTo(advance.goodUntil()) <= 0) {
                    good = good.add(fen(advance.outstanding()));
                } else if (advance.company().equals(company)) {
                    bad = bad.add(fen(advance.outstanding()).max(BigInteger.ZERO));
                }
            }
            secured = secured.add(bad.min(fen(capital.deposits().getOrDefault(company, Fen.ZERO))));
        }
        BigInteger coverage =
                fen(capital.bank()).subtract(fen(capital.owed())).add(good).add(secured);
        BigInteger capitalNeeded = fen(capital.shares()).add(fen(capital.allocated()));
        BigInteger reserveNeeded = new BigDecimal(fen(capital.outstanding()))
                .multiply(new BigDecimal(capital.reserveRate().toString()))
                .movePointLeft(2)
                .setScale(0, RoundingMode.FLOOR)
                .toBigInteger();
        boolean pastDue = capital.advances().stream()
                .anyMatch(advance -> advance.outstanding().value() > 0
                        && day.compareTo(advance.dues().getLast()) > 0);
        String verdict = "MET";
        if (day.compareTo(figures.year().opened()) < 0) {
            verdict = "NOT_STARTED";
        } else if (coverage.compareTo(capitalNeeded) < 0) {
            verdict = "BREACHED";
        } else if (pastDue || fen(capital.reserve()).compareTo(reserveNeeded) < 0) {
            verdict = "AT_RISK";
        }
        return line(verdict, coverage, secured, capitalNeeded.subtract(coverage).max(BigInteger.ZERO));
    }

    private boolean notStarted() {
        return day.getYear() < year
                || day.isBefore(figures.year().opened())
                || !figures.year().openedInTime();
    }

    private boolean isOver() {
        return day.compareTo(LocalDate.of(year, 12, 31)) >= 0;
    }

    /** Whether as much was reached as the part of the year that is gone. */
    private boolean keepsPace(BigInteger reached, BigInteger whole) {
        int days = day.getYear() > year ? day.lengthOfYear() : day.getDayOfYear();
        return reached.multiply(BigInteger.valueOf(LocalDate.of(year, 1, 1).lengthOfYear()))
                        .compareTo(whole.multiply(BigInteger.valueOf(days)))
                >= 0;
    }

    private String collective() {
        CollectiveFigures village = figures.collective();
        BigInteger received = fen(village.earned()).subtract(fen(village.unremitted()));
        BigInteger with = received.add(fen(village.paid()));
        BigInteger target = fen(village.target());
        String verdict = notStarted() ? "NOT_STARTED" : verdict(true, received, with, target, true);
        return line(verdict, received, target.subtract(with).max(BigInteger.ZERO));
    }

    private String verdict(
            boolean stable, BigInteger alone, BigInteger with, BigInteger whole, boolean monthsKeepPace) {
        if (stable && alone.compareTo(whole) >= 0) {
            return "MET";
        }
        if (stable && with.compareTo(whole) >= 0) {
            return "MET_BY_PAYOUT";
        }
        if (isOver()) {
            return "BREACHED";
        }
        return monthsKeepPace && keepsPace(with, whole) ? "ON_TRACK" : "AT_RISK";
    }

    private List<String> employment() {
        List<String> lines = new ArrayList<>();
        int worst = -1;
        int satisfied = 0;
        int total = 0;
        BigInteger lacking = BigInteger.ZERO;
        for (Household household : figures.employment().households()) {
            BigInteger with = fen(household.income()).add(fen(household.paid()));
            BigInteger whole = fen(figures.employment().linePerHead()).multiply(BigInteger.valueOf(household.size()));
            BigInteger shortfall = whole.subtract(with).max(BigInteger.ZERO);
            long months = months(household);
            int needed = figures.employment().stableMonths();
            String verdict = "NOT_STARTED";
            if (!notStarted() && household.joinedInTime()) {
                boolean keepPace = keepsPace(BigInteger.valueOf(months), BigInteger.valueOf(needed));
                verdict = verdict(months >= needed, fen(household.income()), with, whole, keepPace);
                worst = Math.max(worst, FROM_BEST.indexOf(verdict));
                satisfied += verdict.startsWith("MET") ? 1 : 0;
                total++;
                lacking = lacking.add(shortfall);
            }
            lines.add(line(verdict, household.household(), months, Math.max(0, needed - months), shortfall));
        }
        lines.addFirst(line(worst < 0 ? "NOT_STARTED" : FROM_BEST.get(worst), satisfied, total, lacking));
        return lines;
    }

    private long months(Household household) {
        return household.workers().stream()
                .mapToLong(worker -> worker.wages().stream()
                        .filter(month ->
                                month.amount().compareTo(figures.employment().stableWage()) >= 0)
                        .count())
                .max()
                .orElse(0);
    }
}

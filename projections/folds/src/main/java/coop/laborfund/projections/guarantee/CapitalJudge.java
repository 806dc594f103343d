package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.CapitalFigures.Advance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges the safety of the fund's capital (资金安全). */
final class CapitalJudge {

    private final JudgedYear year;
    private final LocalDate day;
    private final CapitalFigures figures;

    private CapitalJudge(JudgedYear year, CapitalFigures figures) {
        this.year = year;
        day = year.asOf();
        this.figures = figures;
    }

    static CapitalSafety judge(JudgedYear year, CapitalFigures figures) {
        return new CapitalJudge(year, figures).judge();
    }

    private CapitalSafety judge() {
        Fen good = Fen.ZERO;
        for (Advance advance : figures.advances()) {
            if (advance.isGoodOn(day)) {
                good = good.plus(advance.outstanding());
            }
        }
        Fen secured = secured();
        Fen coverage = figures.bank().minus(figures.owed()).plus(good).plus(secured);
        Fen shortfall = Judge.lacking(figures.shares().plus(figures.allocated()), coverage);
        List<Reason> reasons = year.isBeforeOpening() ? List.of() : reasons(coverage, shortfall);
        return new CapitalSafety(
                verdict(shortfall, reasons),
                figures.shares(),
                figures.allocated(),
                coverage,
                figures.outstanding(),
                good,
                secured,
                figures.reserve(),
                shortfall,
                reasons,
                VerdictEvidence.NOT_ASKED);
    }

    /** A deposit is its company's money: it covers what that company owes and no other loss. */
    private Fen secured() {
        Map<String, Fen> bad = new TreeMap<>();
        for (Advance advance : figures.advances()) {
            if (!advance.isGoodOn(day)) {
                bad.merge(advance.company(), advance.outstanding().max(Fen.ZERO), Fen::plus);
            }
        }
        Fen secured = Fen.ZERO;
        for (Map.Entry<String, Fen> company : bad.entrySet()) {
            Fen deposit = figures.deposits().getOrDefault(company.getKey(), Fen.ZERO);
            secured = secured.plus(deposit.exceeds(company.getValue()) ? company.getValue() : deposit);
        }
        return secured;
    }

    private Verdict verdict(Fen shortfall, List<Reason> reasons) {
        if (year.isBeforeOpening()) {
            return Verdict.NOT_STARTED;
        }
        if (shortfall.isPositive()) {
            return Verdict.BREACHED;
        }
        return reasons.isEmpty() ? Verdict.MET : Verdict.AT_RISK;
    }

    private List<Reason> reasons(Fen coverage, Fen shortfall) {
        List<Reason> reasons = new ArrayList<>();
        if (shortfall.isPositive()) {
            reasons.add(new Reason.CoverageLacking(figures.shares(), figures.allocated(), coverage, shortfall));
        }
        for (Advance advance : figures.advances()) {
            if (advance.isPastDueOn(day)) {
                reasons.add(new Reason.PastDue(
                        advance.company(),
                        advance.advance(),
                        advance.outstanding(),
                        advance.due(),
                        advance.isGoodOn(day)));
            }
        }
        Fen reserveNeeded = figures.reserveRate().floorOf(figures.outstanding());
        if (reserveNeeded.exceeds(figures.reserve())) {
            reasons.add(new Reason.ReserveLacking(
                    figures.reserve(), reserveNeeded, Judge.lacking(reserveNeeded, figures.reserve())));
        }
        return List.copyOf(reasons);
    }
}

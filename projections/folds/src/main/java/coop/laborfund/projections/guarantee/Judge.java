package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;

/** Gives the three verdicts. Pure: knows figures alone, neither where they come from nor what they rest on. */
public final class Judge {

    private Judge() {}

    /** The verdicts, without evidence. */
    public static Verdicts judge(GuaranteeFigures figures) {
        JudgedYear year = figures.year();
        return new Verdicts(
                figures.fund(),
                year.year(),
                year.asOf(),
                figures.position(),
                figures.policy(),
                CapitalJudge.judge(figures.capital()),
                CollectiveJudge.judge(year, figures.collective()),
                EmploymentJudge.judge(year, figures.employment()));
    }

    /** What is lacking to {@code needed}, zero or more. */
    static Fen lacking(Fen needed, Fen had) {
        return needed.minus(had).max(Fen.ZERO);
    }
}

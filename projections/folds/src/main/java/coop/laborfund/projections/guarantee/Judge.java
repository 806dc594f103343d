package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.math.BigInteger;

/** Gives the three verdicts. Pure: knows figures alone, neither where they come from nor what they rest on. */
public final class Judge {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

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
                CapitalJudge.judge(year, figures.capital()),
                CollectiveJudge.judge(year, figures.collective()),
                EmploymentJudge.judge(year, figures.employment()));
    }

    /** The verdict on the capital's safety by itself, without evidence. */
    public static CapitalSafety judge(JudgedYear year, CapitalFigures figures) {
        return CapitalJudge.judge(year, figures);
    }

    /** What is lacking to {@code needed}, zero or more. */
    public static Fen lacking(Fen needed, Fen had) {
        return within(BigInteger.valueOf(needed.value()).subtract(BigInteger.valueOf(had.value())))
                .max(Fen.ZERO);
    }

    /**
     * An amount, or the last one there is on its side: old policies know no bounds, and a line of income that no household can ever
     * reach must not make the fund unreadable.
     */
    static Fen within(BigInteger fen) {
        return Fen.of(fen.max(LEAST).min(MOST).longValueExact());
    }
}

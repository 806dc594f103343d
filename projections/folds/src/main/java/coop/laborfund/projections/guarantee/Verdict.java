package coop.laborfund.projections.guarantee;

import java.util.Collection;
import java.util.Comparator;

/** How a guarantee stands, from best to worst; {@code NOT_STARTED} is apart from them. */
public enum Verdict {
    /** The year or the fund has not begun, or who is judged began too late in the year; nobody to judge is this too. */
    NOT_STARTED("未开始"),
    MET("达标"),
    /** Met with the help of a payout. */
    MET_BY_PAYOUT("代偿达标"),
    /** The year is not over, and so far no less was reached than its share. */
    ON_TRACK("进度正常"),
    AT_RISK("有风险"),
    BREACHED("未达标");

    private final String chinese;

    Verdict(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether the guarantee is kept, with or without a payout. */
    public boolean satisfied() {
        return this == MET || this == MET_BY_PAYOUT;
    }

    /** Whether a guarantee stands worse by this verdict than by another; what has not started is neither. */
    public boolean isWorseThan(Verdict other) {
        return other != NOT_STARTED && compareTo(other) > 0;
    }

    /** Whether there is something lacking that reasons tell. */
    boolean isExplained() {
        return compareTo(MET_BY_PAYOUT) > 0;
    }

    /** The worst of some verdicts; of none, {@code NOT_STARTED}. */
    static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(NOT_STARTED);
    }
}

package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Share money that went round (5), industry funds drawn out as cash (19), and shares that were withdrawn while the capital was not
 * there (28).
 */
final class ShareMoney extends Check {

    /** Share money that leaves again within so many days has never been there to work with. */
    private static final int ROUND_TRIP_DAYS = 15;

    private final Movements<SharesInvested> invested = keep(SharesInvested.class);
    private final Movements<SharesWithdrawn> withdrawn = keep(SharesWithdrawn.class);
    private final CapitalDays capital;

    ShareMoney(CapitalDays capital) {
        this.capital = capital;
    }

    @Override
    void tell(View view, Report report) {
        Map<String, NavigableSet<Movement<?>>> byHousehold = new HashMap<>();
        for (Movement<SharesInvested> in : invested.all()) {
            byHousehold
                    .computeIfAbsent(in.event().household(), any -> new TreeSet<>(Movement.BY_DATE))
                    .add(in);
        }
        Map<LocalDate, Fen> shortfalls = new HashMap<>();
        for (Movement<SharesWithdrawn> out : withdrawn.byDate()) {
            NavigableSet<Movement<?>> ins = byHousehold.get(out.event().household());
            if (ins != null) {
                lookRound(out, ins, report);
            }
            lookAtSource(out, report);
            lookAtCapital(out, shortfalls.computeIfAbsent(out.date(), day -> capital.shortfallOn(day, view)), report);
        }
    }

    /** @param ins all of the household's, of which only those just before are looked at: the others may be many */
    private static void lookRound(Movement<SharesWithdrawn> out, NavigableSet<Movement<?>> ins, Report report) {
        LocalDate from = out.date().minusDays(ROUND_TRIP_DAYS);
        List<Movement<?>> just = ins.headSet(out, false).descendingSet().stream()
                .takeWhile(in -> !in.date().isBefore(from))
                .toList()
                .reversed();
        if (just.isEmpty()) {
            return;
        }
        List<Long> evidence = new ArrayList<>(Movements.positions(just));
        evidence.add(out.position());
        Fen amount = Movements.sum(just).min(out.amount());
        LocalDate first = just.getFirst().date();
        report.add(
                What.SHARES_IN_AND_OUT,
                first,
                amount,
                evidence,
                out.event().household(),
                first,
                out.date(),
                amount,
                ROUND_TRIP_DAYS);
    }

    private static void lookAtSource(Movement<SharesWithdrawn> out, Report report) {
        Fen ofIndustryFund = out.amount().minus(out.event().own());
        if (ofIndustryFund.isPositive()) {
            report.add(
                    What.INDUSTRY_FUNDS_DRAWN,
                    out.date(),
                    ofIndustryFund,
                    List.of(out.position()),
                    out.event().household(),
                    out.ref(),
                    ofIndustryFund);
        }
    }

    private static void lookAtCapital(Movement<SharesWithdrawn> out, Fen shortfall, Report report) {
        if (shortfall.isPositive()) {
            report.add(
                    What.WITHDRAWN_WHILE_BREACHED,
                    out.date(),
                    out.amount(),
                    List.of(out.position()),
                    out.event().household(),
                    out.ref(),
                    out.amount(),
                    shortfall);
        }
    }
}

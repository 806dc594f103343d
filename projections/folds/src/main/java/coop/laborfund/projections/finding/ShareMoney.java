package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        Map<String, List<Movement<SharesInvested>>> byHousehold = invested.all().stream()
                .collect(Collectors.groupingBy(movement -> movement.event().household()));
        for (Movement<SharesWithdrawn> out : withdrawn.byDate()) {
            lookRound(out, byHousehold.getOrDefault(out.event().household(), List.of()), report);
            lookAtSource(out, report);
            lookAtCapital(out, view, report);
        }
    }

    private static void lookRound(Movement<SharesWithdrawn> out, List<Movement<SharesInvested>> ins, Report report) {
        LocalDate from = out.date().minusDays(ROUND_TRIP_DAYS);
        List<Movement<SharesInvested>> just = ins.stream()
                .filter(in -> !in.date().isBefore(from) && in.isBefore(out))
                .toList();
        if (just.isEmpty()) {
            return;
        }
        List<Long> evidence = new ArrayList<>(Movements.positions(just));
        evidence.add(out.position());
        Fen amount = Movements.sum(just).min(out.amount());
        LocalDate first =
                just.stream().map(Movement::date).min(LocalDate::compareTo).orElse(out.date());
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

    private void lookAtCapital(Movement<SharesWithdrawn> out, View view, Report report) {
        Fen shortfall = capital.shortfallOn(out.date(), view);
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

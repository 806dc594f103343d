package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.projections.fact.Advances;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.guarantee.CapitalFigures;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.guarantee.JudgedYear;
import coop.laborfund.projections.guarantee.Policies;
import java.time.LocalDate;
import java.util.List;

/** Whether the capital was there on a past day, judged by the verdict's own rule and by what is known now. */
final class CapitalDays extends Keeping {

    private static final Advances FACTS = new Advances();

    private final Movements<LossAllocated> losses = keep(LossAllocated.class);
    private final DepositDays deposits;

    CapitalDays(DepositDays deposits) {
        this.deposits = deposits;
    }

    /** What the capital lacks at the end of a day, zero or more. The reserve has no part in it. */
    Fen shortfallOn(LocalDate day, View view) {
        Standing standing = view.standings().on(day);
        List<CapitalFigures.Advance> advances = view.advances().all().stream()
                .filter(advance -> !advance.granted().date().isAfter(day))
                .map(advance -> judged(advance, day, view.policies()))
                .toList();
        CapitalSafety capital = Judge.judge(
                new JudgedYear(day.getYear(), day, day, true),
                new CapitalFigures(
                        standing.shares(),
                        allocated(day),
                        standing.bank(),
                        standing.owed(),
                        Fen.ZERO,
                        Fen.ZERO,
                        advances,
                        deposits.on(day),
                        new Rate(0)));
        return capital.shortfall();
    }

    private static CapitalFigures.Advance judged(Advance advance, LocalDate day, Policies policies) {
        List<AdvanceExtension> extensions = advance.extensions().stream()
                .filter(extension -> !extension.date().isAfter(day))
                .map(extension -> fact(extension, AdvanceExtension.class))
                .toList();
        List<LocalDate> dues = policies.dues(fact(advance.granted(), AdvanceTerms.class), extensions);
        return new CapitalFigures.Advance(
                advance.company(), advance.id(), advance.outstandingOn(day), dues, policies.goodUntil(dues.getLast()));
    }

    private static <F extends Fact> F fact(Movement<?> movement, Class<F> kind) {
        return kind.cast(FACTS.rows(movement.recorded()).getFirst());
    }

    private Fen allocated(LocalDate day) {
        return Movements.sum(losses.all().stream()
                .filter(loss -> loss.event().source() == LossSource.SHARES
                        && loss.date().getYear() == day.getYear()
                        && !loss.date().isAfter(day))
                .toList());
    }
}

package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Advances as they stand: without a resolution, above the cap, past due, repaid by a new one (7). */
final class CompanyMoney extends Check {

    /** A new advance so soon after a repayment may have paid it. */
    private static final int ROLLOVER_DAYS = 10;

    @Override
    void tell(View view, Report report) {
        Set<String> companies = new TreeSet<>();
        for (Advance advance : view.advances().all()) {
            companies.add(advance.company());
            lookAtResolution(advance, report);
            lookAtDue(advance, view, report);
            lookAtRollover(advance, view.advances(), report);
        }
        companies.forEach(company -> lookAtCap(company, view, report));
    }

    private static void lookAtResolution(Advance advance, Report report) {
        Movement<?> granted = advance.granted();
        if (advance.granted().event().resolution().isBlank()) {
            report.add(
                    What.ADVANCE_WITHOUT_RESOLUTION,
                    granted.date(),
                    granted.amount(),
                    List.of(granted.position()),
                    advance.company(),
                    advance.id());
        }
    }

    private static void lookAtDue(Advance advance, View view, Report report) {
        LocalDate day = view.day();
        if (!advance.isPastDueOn(day, view.policies())) {
            return;
        }
        LocalDate due = advance.dueOn(day, view.policies());
        Fen out = advance.outstandingOn(day);
        List<Long> evidence = advance.extensions().isEmpty()
                ? List.of(advance.granted().position())
                : List.of(
                        advance.granted().position(),
                        advance.extensions().getLast().position());
        report.add(
                What.ADVANCE_PAST_DUE,
                due.plusDays(1),
                out,
                evidence,
                advance.company(),
                advance.id(),
                due,
                ChronoUnit.DAYS.between(due, day),
                out);
    }

    /** What came back from the company shortly before, of another advance of which nothing was left then. */
    private static void lookAtRollover(Advance advance, AdvanceBook book, Report report) {
        Movement<?> granted = advance.granted();
        LocalDate from = granted.date().minusDays(ROLLOVER_DAYS);
        for (Advance before : book.of(advance.company())) {
            List<Movement<? extends FundEvent>> just = before.lessened().stream()
                    .filter(movement -> movement.event() instanceof AdvanceRepaid)
                    .filter(movement -> !movement.date().isBefore(from) && movement.isBefore(granted))
                    .toList();
            if (before != advance
                    && !just.isEmpty()
                    && !before.outstandingOn(granted.date()).isPositive()) {
                report.add(
                        What.ADVANCE_ROLLED_OVER,
                        granted.date(),
                        granted.amount().min(Movements.sum(just)),
                        with(just, granted),
                        advance.company(),
                        before.id(),
                        just.getLast().date(),
                        advance.id(),
                        granted.date(),
                        ROLLOVER_DAYS);
            }
        }
    }

    private static Set<Long> with(List<Movement<? extends FundEvent>> some, Movement<?> one) {
        Set<Long> positions = some.stream().map(Movement::position).collect(Collectors.toCollection(TreeSet::new));
        positions.add(one.position());
        return positions;
    }

    private static void lookAtCap(String company, View view, Report report) {
        Fen shares = view.standings().on(view.day()).shares();
        Fen limit = view.policies()
                .on(view.day())
                .policy()
                .percent(PolicyKey.COMPANY_CAP)
                .floorOf(shares.max(Fen.ZERO));
        List<Advance> open = view.advances().of(company).stream()
                .filter(advance -> advance.outstandingOn(view.day()).isPositive())
                .toList();
        Fen out = view.advances().outstandingOn(view.day(), company);
        if (out.exceeds(limit) && !open.isEmpty()) {
            report.add(
                    What.OVER_COMPANY_CAP,
                    open.getLast().granted().date(),
                    out.minus(limit),
                    open.stream().map(advance -> advance.granted().position()).toList(),
                    company,
                    out,
                    limit);
        }
    }
}

package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was done with a company's money while it should not have been, told also after it was made good: a deposit refunded while an
 * advance was past due (20), an advance to a company that had lost some (21), an extension after the due date (22), a deposit left
 * unused by a write-off (32), and advances past due when a month was closed (33).
 */
final class AdvancePast extends Check {

    private final Movements<DepositRefunded> refunds = keep(DepositRefunded.class);
    private final Movements<MonthClosed> closings = keep(MonthClosed.class);
    private final DepositDays deposits;

    AdvancePast(DepositDays deposits) {
        this.deposits = deposits;
    }

    @Override
    void tell(View view, Report report) {
        refunds.byDate().forEach(refund -> lookAtRefund(refund, view, report));
        List<Movement<MonthClosed>> byMonth = closings.all().stream()
                .sorted(Comparator.comparing(closing -> closing.event().month()))
                .toList();
        for (Advance advance : view.advances().all()) {
            lookAtLosses(advance, view.advances(), report);
            lookAtExtensions(advance, report);
            lookAtWriteOffs(advance, report);
            lookAtClosings(advance, byMonth, view.policies(), report);
        }
    }

    private static void lookAtRefund(Movement<DepositRefunded> refund, View view, Report report) {
        String company = refund.event().company();
        List<Advance> pastDue = view.advances().of(company).stream()
                .filter(advance -> advance.isPastDueOn(refund.date(), view.policies()))
                .toList();
        if (pastDue.isEmpty()) {
            return;
        }
        List<Long> evidence = new ArrayList<>(
                pastDue.stream().map(advance -> advance.granted().position()).toList());
        evidence.add(refund.position());
        Fen out = pastDue.stream()
                .map(advance -> advance.outstandingOn(refund.date()))
                .reduce(Fen.ZERO, Fen::plus);
        report.add(
                What.DEPOSIT_REFUNDED_PAST_DUE,
                refund.date(),
                refund.amount(),
                evidence,
                company,
                refund.ref(),
                refund.amount(),
                pastDue.getFirst().id(),
                out);
    }

    private static void lookAtLosses(Advance advance, AdvanceBook book, Report report) {
        Movement<?> granted = advance.granted();
        List<Movement<? extends FundEvent>> lost = book.lostBefore(advance.company(), granted);
        Fen open = Movements.sum(lost).minus(book.recoveredBefore(advance.company(), granted));
        if (open.isPositive()) {
            List<Long> evidence = new ArrayList<>(Movements.positions(lost));
            evidence.add(granted.position());
            report.add(
                    What.ADVANCE_AFTER_LOSS,
                    granted.date(),
                    granted.amount(),
                    evidence,
                    advance.company(),
                    advance.id(),
                    granted.amount(),
                    open);
        }
    }

    private static void lookAtExtensions(Advance advance, Report report) {
        LocalDate due = advance.granted().event().due();
        for (Movement<AdvanceExtended> extension : advance.extensions()) {
            Fen out = advance.outstandingOn(extension.date());
            if (extension.date().isAfter(due) && out.isPositive()) {
                report.add(
                        What.EXTENDED_AFTER_DUE,
                        extension.date(),
                        out,
                        List.of(advance.granted().position(), extension.position()),
                        advance.company(),
                        advance.id(),
                        due,
                        extension.date(),
                        extension.event().due(),
                        out);
            }
            due = extension.event().due();
        }
    }

    private void lookAtWriteOffs(Advance advance, Report report) {
        for (Movement<? extends FundEvent> movement : advance.lessened()) {
            Fen deposit = deposits.on(movement.date(), advance.company());
            if (movement.event() instanceof AdvanceWrittenOff && deposit.isPositive()) {
                report.add(
                        What.DEPOSIT_UNUSED,
                        movement.date(),
                        deposit.min(movement.amount()),
                        List.of(advance.granted().position(), movement.position()),
                        advance.company(),
                        advance.id(),
                        movement.amount(),
                        deposit);
            }
        }
    }

    private static void lookAtClosings(
            Advance advance, List<Movement<MonthClosed>> closings, Policies policies, Report report) {
        List<Movement<MonthClosed>> pastDue = closings.stream()
                .filter(closing -> closing.event()
                        .month()
                        .atEndOfMonth()
                        .isAfter(advance.granted().event().due()))
                .filter(closing -> advance.isPastDueOn(closing.event().month().atEndOfMonth(), policies))
                .toList();
        if (pastDue.isEmpty()) {
            return;
        }
        Fen most = pastDue.stream()
                .map(closing -> advance.outstandingOn(closing.event().month().atEndOfMonth()))
                .max(Comparator.naturalOrder())
                .orElse(Fen.ZERO);
        List<Long> evidence = new ArrayList<>(Movements.positions(pastDue));
        evidence.add(advance.granted().position());
        report.add(
                What.PAST_DUE_AT_CLOSING,
                pastDue.getFirst().event().month().atEndOfMonth(),
                most,
                evidence,
                advance.company(),
                advance.id(),
                pastDue.size(),
                pastDue.getFirst().event().month(),
                pastDue.getLast().event().month(),
                most);
    }
}

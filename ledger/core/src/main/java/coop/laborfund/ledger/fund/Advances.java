package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/**
 * The terms of every advance and what has been done to it; its outstanding principal is a balance of {@link Books}.
 *
 * @param outByCompany outstanding principal, summed by company
 */
public record Advances(TreePMap<String, Advance> advances, TreePMap<String, Fen> outByCompany) {

    static final Advances EMPTY = new Advances(Maps.byId(), Maps.byId());

    /**
     * One advance.
     *
     * @param term the due date that was agreed at first
     * @param extensions unreversed ones, in the order of recording
     * @param writtenOff principal written off, and recovered of that, reversals taken back
     * @param paidByReserve what the risk reserve paid for it, and has back, likewise
     * @param uses unreversed repayments, returns, write-offs, payouts and extensions
     * @param reversed its id stays taken, yet no later row knows it
     */
    public record Advance(
            String company,
            LocalDate date,
            LocalDate term,
            List<Extension> extensions,
            AdvancePurpose purpose,
            Recoverable<Fen> writtenOff,
            Recoverable<ReserveParts> paidByReserve,
            int uses,
            boolean reversed) {

        /** A later due date, agreed under a ref. */
        public record Extension(String ref, LocalDate due) {}

        /** What was spent on an advance, and what of it came back. */
        public record Recoverable<T>(T spent, T recovered) {}

        private static Advance granted(CapitalAdvanced event) {
            return new Advance(
                    event.company(),
                    event.date(),
                    event.due(),
                    List.of(),
                    event.purpose(),
                    new Recoverable<>(Fen.ZERO, Fen.ZERO),
                    new Recoverable<>(ReserveParts.NONE, ReserveParts.NONE),
                    0,
                    false);
        }

        /** The latest due date. */
        LocalDate due() {
            return extensions.isEmpty() ? term : extensions.getLast().due();
        }

        /** Whether an extension is the last one that stands. */
        boolean isLastExtension(String ref) {
            return !extensions.isEmpty() && extensions.getLast().ref().equals(ref);
        }

        /** What was written off and has not come back. */
        Fen lost() {
            return writtenOff.spent.minus(writtenOff.recovered);
        }

        /** What the reserve paid and has not back. */
        ReserveParts owedToReserve() {
            return paidByReserve.spent.minus(paidByReserve.recovered);
        }

        private Advance used(int by) {
            return new Advance(
                    company, date, term, extensions, purpose, writtenOff, paidByReserve, uses + by, reversed);
        }

        private Advance extended(AdvanceExtended event) {
            List<Extension> more = new ArrayList<>(extensions);
            more.add(new Extension(event.ref(), event.due()));
            return with(more).used(1);
        }

        private Advance withoutLastExtension() {
            return with(extensions.subList(0, extensions.size() - 1)).used(-1);
        }

        private Advance with(List<Extension> changed) {
            return new Advance(
                    company, date, term, List.copyOf(changed), purpose, writtenOff, paidByReserve, uses, reversed);
        }

        private Advance writtenOff(Fen amount) {
            return with(new Recoverable<>(writtenOff.spent.plus(amount), writtenOff.recovered), paidByReserve);
        }

        private Advance recovered(Fen amount) {
            return with(new Recoverable<>(writtenOff.spent, writtenOff.recovered.plus(amount)), paidByReserve);
        }

        private Advance paid(ReserveParts parts) {
            return with(writtenOff, new Recoverable<>(paidByReserve.spent.plus(parts), paidByReserve.recovered));
        }

        private Advance givenBack(ReserveParts parts) {
            return with(writtenOff, new Recoverable<>(paidByReserve.spent, paidByReserve.recovered.plus(parts)));
        }

        private Advance with(Recoverable<Fen> ofCapital, Recoverable<ReserveParts> ofReserve) {
            return new Advance(company, date, term, extensions, purpose, ofCapital, ofReserve, uses, reversed);
        }

        private Advance undone() {
            return new Advance(company, date, term, extensions, purpose, writtenOff, paidByReserve, uses, true);
        }
    }

    /** An advance that rows may name: granted and not reversed. */
    Optional<Advance> find(String advance) {
        return Optional.ofNullable(advances.get(advance)).filter(found -> !found.reversed);
    }

    boolean isTaken(String advance) {
        return advances.containsKey(advance);
    }

    Fen outWith(String company) {
        Fen out = outByCompany.get(company);
        return out == null ? Fen.ZERO : out;
    }

    Advances evolve(FundEvent event, Entry entry) {
        TreePMap<String, Fen> out = outByCompany;
        for (Line line : entry.lines()) {
            if (line.account() == Account.ADVANCES) {
                String company = Subs.companyOfAdvance(line.sub());
                out = Maps.update(out, company, Fen.ZERO, sum -> sum.plus(line.amount()));
            }
        }
        return new Advances(evolve(event), out);
    }

    private TreePMap<String, Advance> evolve(FundEvent event) {
        return switch (event) {
            case AdvanceEvent e -> evolve(e);
            case GuaranteePaid e -> payout(e, 1);
            case MovementReversed e -> undo(e.original());
            case SetupEvent e -> advances;
            case ShareEvent e -> advances;
            case TreasuryEvent e -> advances;
            case DividendEvent e -> advances;
            case LaborEvent e -> advances;
            case PeriodEvent e -> advances;
            case StatementEvent e -> advances;
        };
    }

    private TreePMap<String, Advance> evolve(AdvanceEvent event) {
        return switch (event) {
            case CapitalAdvanced e -> advances.plus(e.advance(), Advance.granted(e));
            case AdvanceExtended e -> change(e.advance(), advance -> advance.extended(e));
            case AdvanceRepaid e -> change(e.advance(), advance -> advance.used(1));
            case ReturnReceived e -> change(e.advance(), advance -> advance.used(1));
            case AdvanceWrittenOff e ->
                change(e.advance(), advance -> advance.writtenOff(e.amount()).used(1));
            case WriteOffRecovered e -> change(e.advance(), advance -> advance.recovered(e.amount()));
            case PayoutRecovered e -> change(e.advance(), advance -> advance.givenBack(e.parts()));
        };
    }

    private TreePMap<String, Advance> undo(FundEvent original) {
        return switch (original) {
            case AdvanceEvent e -> undo(e);
            case GuaranteePaid e -> payout(e, -1);
            case SetupEvent e -> advances;
            case ShareEvent e -> advances;
            case TreasuryEvent e -> advances;
            case DividendEvent e -> advances;
            case LaborEvent e -> advances;
            case MovementReversed e -> advances;
            case PeriodEvent e -> advances;
            case StatementEvent e -> advances;
        };
    }

    private TreePMap<String, Advance> undo(AdvanceEvent original) {
        return switch (original) {
            case CapitalAdvanced e -> change(e.advance(), Advance::undone);
            case AdvanceExtended e -> change(e.advance(), Advance::withoutLastExtension);
            case AdvanceRepaid e -> change(e.advance(), advance -> advance.used(-1));
            case ReturnReceived e -> change(e.advance(), advance -> advance.used(-1));
            case AdvanceWrittenOff e ->
                change(
                        e.advance(),
                        advance -> advance.writtenOff(e.amount().negate()).used(-1));
            case WriteOffRecovered e ->
                change(e.advance(), advance -> advance.recovered(e.amount().negate()));
            case PayoutRecovered e ->
                change(e.advance(), advance -> advance.givenBack(ReserveParts.NONE.minus(e.parts())));
        };
    }

    private TreePMap<String, Advance> payout(GuaranteePaid event, int sign) {
        if (event.advance() == null) {
            return advances;
        }
        ReserveParts parts = event.ofReserve();
        return change(
                event.advance(),
                advance -> advance.paid(sign > 0 ? parts : ReserveParts.NONE.minus(parts))
                        .used(sign));
    }

    private TreePMap<String, Advance> change(String advance, UnaryOperator<Advance> change) {
        return advances.plus(advance, change.apply(Maps.recorded(advances, advance)));
    }
}

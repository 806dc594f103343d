package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import java.time.LocalDate;
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
     * @param due the latest due date
     * @param writtenOff principal written off, reversals taken back
     * @param recovered of what was written off, likewise
     * @param uses unreversed repayments, returns, write-offs, payouts and extensions
     * @param reversed its id stays taken, yet no later row knows it
     */
    public record Advance(
            String company,
            LocalDate date,
            LocalDate due,
            AdvancePurpose purpose,
            Fen writtenOff,
            Fen recovered,
            int uses,
            boolean reversed) {

        Fen recoverable() {
            return writtenOff.minus(recovered);
        }

        private Advance used(int by) {
            return new Advance(company, date, due, purpose, writtenOff, recovered, uses + by, reversed);
        }

        private Advance extended(LocalDate until) {
            return new Advance(company, date, until, purpose, writtenOff, recovered, uses + 1, reversed);
        }

        private Advance writtenOff(Fen amount, int by) {
            return new Advance(company, date, due, purpose, writtenOff.plus(amount), recovered, uses + by, reversed);
        }

        private Advance recovered(Fen amount) {
            return new Advance(company, date, due, purpose, writtenOff, recovered.plus(amount), uses, reversed);
        }

        private Advance undone() {
            return new Advance(company, date, due, purpose, writtenOff, recovered, uses, true);
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
        };
    }

    private TreePMap<String, Advance> evolve(AdvanceEvent event) {
        return switch (event) {
            case CapitalAdvanced e ->
                advances.plus(
                        e.advance(),
                        new Advance(e.company(), e.date(), e.due(), e.purpose(), Fen.ZERO, Fen.ZERO, 0, false));
            case AdvanceExtended e -> change(e.advance(), advance -> advance.extended(e.due()));
            case AdvanceRepaid e -> change(e.advance(), advance -> advance.used(1));
            case ReturnReceived e -> change(e.advance(), advance -> advance.used(1));
            case AdvanceWrittenOff e -> change(e.advance(), advance -> advance.writtenOff(e.amount(), 1));
            case WriteOffRecovered e -> change(e.advance(), advance -> advance.recovered(e.amount()));
        };
    }

    private TreePMap<String, Advance> undo(FundEvent original) {
        return switch (original) {
            case CapitalAdvanced e -> change(e.advance(), Advance::undone);
            case AdvanceExtended e -> throw new IllegalStateException("an extension is not reversible");
            case AdvanceRepaid e -> change(e.advance(), advance -> advance.used(-1));
            case ReturnReceived e -> change(e.advance(), advance -> advance.used(-1));
            case AdvanceWrittenOff e ->
                change(e.advance(), advance -> advance.writtenOff(e.amount().negate(), -1));
            case WriteOffRecovered e ->
                change(e.advance(), advance -> advance.recovered(e.amount().negate()));
            case GuaranteePaid e -> payout(e, -1);
            case SetupEvent e -> advances;
            case ShareEvent e -> advances;
            case TreasuryEvent e -> advances;
            case DividendEvent e -> advances;
            case LaborEvent e -> advances;
            case MovementReversed e -> advances;
            case PeriodEvent e -> advances;
        };
    }

    private TreePMap<String, Advance> payout(GuaranteePaid event, int uses) {
        return event.advance() == null ? advances : change(event.advance(), advance -> advance.used(uses));
    }

    private TreePMap<String, Advance> change(String advance, UnaryOperator<Advance> change) {
        return advances.plus(advance, change.apply(Maps.recorded(advances, advance)));
    }
}

package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePMap;

/** What each household's dividend of each year was declared and paid at. */
public record Dividends(TreePMap<Integer, TreePMap<String, Claim>> years) {

    static final Dividends EMPTY = new Dividends(Maps.natural());

    /**
     * One household's dividend of one year.
     *
     * @param paid payments less what came back
     */
    public record Claim(Fen declared, Fen paid) {

        static final Claim NONE = new Claim(Fen.ZERO, Fen.ZERO);

        Fen unpaid() {
            return declared.minus(paid);
        }

        private Claim declared(Fen amount) {
            return new Claim(declared.plus(amount), paid);
        }

        private Claim paid(Fen amount) {
            return new Claim(declared, paid.plus(amount));
        }
    }

    Claim claim(int year, String household) {
        return of(year).getOrDefault(household, Claim.NONE);
    }

    boolean isDeclared(int year) {
        return of(year).values().stream().anyMatch(claim -> claim.declared.isPositive());
    }

    /** A line for each household with something unpaid of a year, in the order of their ids. */
    List<DividendLine> unpaid(int year) {
        List<DividendLine> lines = new ArrayList<>();
        for (Map.Entry<String, Claim> claim : of(year).entrySet()) {
            Fen unpaid = claim.getValue().unpaid();
            if (unpaid.isPositive()) {
                lines.add(new DividendLine(claim.getKey(), unpaid));
            }
        }
        return List.copyOf(lines);
    }

    boolean hasUnpaid(String household) {
        return years.values().stream()
                .anyMatch(year ->
                        year.getOrDefault(household, Claim.NONE).unpaid().isPositive());
    }

    private TreePMap<String, Claim> of(int year) {
        TreePMap<String, Claim> claims = years.get(year);
        return claims == null ? Maps.byId() : claims;
    }

    Dividends evolve(FundEvent event) {
        return switch (event) {
            case DividendEvent e -> apply(e, 1);
            case MovementReversed e -> e.original() instanceof DividendEvent original ? apply(original, -1) : this;
            case SetupEvent e -> this;
            case ShareEvent e -> this;
            case AdvanceEvent e -> this;
            case TreasuryEvent e -> this;
            case GuaranteePaid e -> this;
            case LaborEvent e -> this;
            case PeriodEvent e -> this;
            case StatementEvent e -> this;
        };
    }

    /** @param sign 1 as it happened, -1 to undo it */
    private Dividends apply(DividendEvent event, int sign) {
        Dividends after = this;
        switch (event) {
            case DividendDeclared e -> {
                for (DividendLine line : e.lines()) {
                    after = after.change(e.year(), line.household(), signed(line.amount(), sign), Fen.ZERO);
                }
            }
            case DividendPaid e -> {
                for (DividendLine line : e.lines()) {
                    after = after.change(e.year(), line.household(), Fen.ZERO, signed(line.amount(), sign));
                }
            }
            case DividendPaymentReturned e ->
                after = after.change(e.year(), e.household(), Fen.ZERO, signed(e.amount(), -sign));
        }
        return after;
    }

    private Dividends change(int year, String household, Fen declared, Fen paid) {
        return new Dividends(Maps.update(
                years,
                year,
                Maps.byId(),
                claims -> Maps.update(
                        claims,
                        household,
                        Claim.NONE,
                        claim -> claim.declared(declared).paid(paid))));
    }

    private static Fen signed(Fen amount, int sign) {
        return sign < 0 ? amount.negate() : amount;
    }
}

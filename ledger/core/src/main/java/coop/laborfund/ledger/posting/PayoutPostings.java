package coop.laborfund.ledger.posting;

import static coop.laborfund.ledger.posting.Account.ADVANCES;
import static coop.laborfund.ledger.posting.Account.APPROPRIATION;
import static coop.laborfund.ledger.posting.Account.BANK;
import static coop.laborfund.ledger.posting.Account.DONATED_RESERVE;
import static coop.laborfund.ledger.posting.Account.FISCAL_RESERVE;
import static coop.laborfund.ledger.posting.Account.LOSSES;
import static coop.laborfund.ledger.posting.Account.OTHER_INCOME;
import static coop.laborfund.ledger.posting.Account.PAYABLES;
import static coop.laborfund.ledger.posting.Account.SURPLUS_RESERVE;
import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.money.Fen;
import java.util.ArrayList;
import java.util.List;

/** The entries of guarantee payouts, and of what comes back of those that the risk reserve paid. */
final class PayoutPostings {

    private PayoutPostings() {}

    static Entry of(GuaranteePaid event) {
        return switch (event.payer()) {
            case DEPOSIT ->
                Entry.of(event, PAYABLES, Subs.deposit(requireNonNull(event.company())), to(event), sub(event));
            case RESERVE -> ofReserve(event);
            case COMPANY, GUARANTOR ->
                switch (event.guarantee()) {
                    case CAPITAL_SAFETY -> Entry.of(event, BANK, Subs.NONE, to(event), sub(event));
                    case COLLECTIVE_INCOME, EMPLOYMENT_INCOME -> throughBank(event);
                };
        };
    }

    /** Where the money goes: to make an advance good, or out of the bank to whom it is for. */
    private static Account to(GuaranteePaid event) {
        return switch (event.guarantee()) {
            case CAPITAL_SAFETY -> ADVANCES;
            case COLLECTIVE_INCOME, EMPLOYMENT_INCOME -> BANK;
        };
    }

    private static String sub(GuaranteePaid event) {
        return switch (event.guarantee()) {
            case CAPITAL_SAFETY -> Subs.advance(requireNonNull(event.debtor()), requireNonNull(event.advance()));
            case COLLECTIVE_INCOME, EMPLOYMENT_INCOME -> Subs.NONE;
        };
    }

    /** What comes of surplus is a loss that the surplus reserve covers; the other parts are spent on their purpose. */
    private static Entry ofReserve(GuaranteePaid event) {
        ReserveParts parts = event.reserve();
        if (parts == null) {
            return Entry.of(event, SURPLUS_RESERVE, Subs.RISK, to(event), sub(event));
        }
        List<Line> lines = new ArrayList<>();
        add(lines, FISCAL_RESERVE, Subs.RISK, parts.fiscal());
        add(lines, DONATED_RESERVE, Subs.RISK, parts.donated());
        add(lines, LOSSES, Subs.NONE, parts.surplus());
        add(lines, to(event), sub(event), event.amount().negate());
        add(lines, SURPLUS_RESERVE, Subs.RISK, parts.surplus());
        add(lines, APPROPRIATION, Subs.UNDISTRIBUTED, parts.surplus().negate());
        return new Entry(event.date(), lines);
    }

    /** What somebody else pays comes in and goes out again, so that the bank statement shows both. */
    private static Entry throughBank(GuaranteePaid event) {
        List<Line> lines = new ArrayList<>(
                Entry.of(event, BANK, Subs.NONE, PAYABLES, Subs.GUARANTEE).lines());
        lines.addAll(Entry.of(event, PAYABLES, Subs.GUARANTEE, BANK, Subs.NONE).lines());
        return new Entry(event.date(), lines);
    }

    static Entry recovery(PayoutRecovered event) {
        ReserveParts parts = event.parts();
        List<Line> lines = new ArrayList<>();
        add(lines, BANK, Subs.NONE, event.amount());
        add(lines, FISCAL_RESERVE, Subs.RISK, parts.fiscal().negate());
        add(lines, DONATED_RESERVE, Subs.RISK, parts.donated().negate());
        add(lines, OTHER_INCOME, Subs.NONE, parts.surplus().negate());
        add(lines, APPROPRIATION, Subs.DISTRIBUTED, parts.surplus());
        add(lines, SURPLUS_RESERVE, Subs.RISK, parts.surplus().negate());
        return new Entry(event.date(), lines);
    }

    private static void add(List<Line> lines, Account account, String sub, Fen amount) {
        if (!amount.isZero()) {
            lines.add(new Line(account, sub, amount));
        }
    }
}

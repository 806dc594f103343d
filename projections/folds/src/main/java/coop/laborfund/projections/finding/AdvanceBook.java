package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The advances that count, put together from their movements, and what was lost and came back by company.
 *
 * @param losses write-offs, and what the reserve paid for an advance, by company
 * @param recoveries what came back of these, by company
 */
record AdvanceBook(
        Map<String, Advance> advances,
        Map<String, List<Movement<? extends FundEvent>>> losses,
        Map<String, List<Movement<? extends FundEvent>>> recoveries) {

    Collection<Advance> all() {
        return advances.values();
    }

    List<Advance> of(String company) {
        return all().stream()
                .filter(advance -> advance.company().equals(company))
                .toList();
    }

    /** What was lost with a company before a movement. */
    List<Movement<? extends FundEvent>> lostBefore(String company, Movement<?> movement) {
        return before(losses, company, movement);
    }

    /** What came back of that before a movement. */
    Fen recoveredBefore(String company, Movement<?> movement) {
        return Movements.sum(before(recoveries, company, movement));
    }

    private static List<Movement<? extends FundEvent>> before(
            Map<String, List<Movement<? extends FundEvent>>> movements, String company, Movement<?> movement) {
        return movements.getOrDefault(company, List.of()).stream()
                .filter(earlier -> earlier.isBefore(movement))
                .toList();
    }

    Fen outstandingOn(LocalDate day, String company) {
        Fen out = Fen.ZERO;
        for (Advance advance : of(company)) {
            out = out.plus(advance.outstandingOn(day));
        }
        return out;
    }

    private void lessen(String id, Movement<? extends FundEvent> movement) {
        Advance advance = advances.get(id);
        if (advance != null) {
            advance.lessen(movement);
        }
    }

    private void pay(Movement<GuaranteePaid> payout) {
        GuaranteePaid event = payout.event();
        if (event.advance() != null) {
            lessen(event.advance(), payout);
            if (event.payer() == GuaranteePayer.RESERVE && event.debtor() != null) {
                put(losses, event.debtor(), payout);
            }
        }
    }

    private static void put(
            Map<String, List<Movement<? extends FundEvent>>> movements,
            String company,
            Movement<? extends FundEvent> movement) {
        movements.computeIfAbsent(company, any -> new ArrayList<>()).add(movement);
    }

    /** Keeps the movements of advances. */
    static final class Keeper extends Keeping {

        private final Movements<CapitalAdvanced> granted = keep(CapitalAdvanced.class);
        private final Movements<AdvanceExtended> extensions = keep(AdvanceExtended.class);
        private final Movements<AdvanceRepaid> repayments = keep(AdvanceRepaid.class);
        private final Movements<AdvanceWrittenOff> writeOffs = keep(AdvanceWrittenOff.class);
        private final Movements<WriteOffRecovered> recovered = keep(WriteOffRecovered.class);
        private final Movements<PayoutRecovered> paidBack = keep(PayoutRecovered.class);
        private final Movements<GuaranteePaid> payouts = keep(GuaranteePaid.class);

        AdvanceBook book() {
            AdvanceBook book = new AdvanceBook(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            granted.all().forEach(movement -> book.advances.put(movement.event().advance(), new Advance(movement)));
            for (Movement<AdvanceExtended> extension : extensions.all()) {
                Advance advance = book.advances.get(extension.event().advance());
                if (advance != null) {
                    advance.extend(extension);
                }
            }
            repayments.all().forEach(movement -> book.lessen(movement.event().advance(), movement));
            writeOffs.all().forEach(movement -> {
                book.lessen(movement.event().advance(), movement);
                put(book.losses, movement.event().company(), movement);
            });
            payouts.all().forEach(book::pay);
            recovered
                    .all()
                    .forEach(movement -> put(book.recoveries, movement.event().company(), movement));
            paidBack.all()
                    .forEach(movement -> put(book.recoveries, movement.event().company(), movement));
            return book;
        }
    }
}

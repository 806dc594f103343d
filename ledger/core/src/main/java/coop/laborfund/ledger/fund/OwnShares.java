package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.money.Fen;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.TreePMap;

/**
 * How much of each household's shares is its own money (自有资金); the rest of its balance is industrial development funds.
 *
 * @param byHousehold zero ones are left out
 */
public record OwnShares(TreePMap<String, Fen> byHousehold) {

    static final OwnShares EMPTY = new OwnShares(Maps.byId());

    OwnShares evolve(FundEvent event) {
        TreePMap<String, Fen> after = byHousehold;
        for (Map.Entry<String, Fen> change : changes(event).entrySet()) {
            Fen balance = of(change.getKey()).plus(change.getValue());
            after = balance.isZero() ? after.minus(change.getKey()) : after.plus(change.getKey(), balance);
        }
        return new OwnShares(after);
    }

    Fen of(String household) {
        Fen own = byHousehold.get(household);
        return own == null ? Fen.ZERO : own;
    }

    /** By how much an event raises, or lowers, each household's own money among its shares. */
    static SortedMap<String, Fen> changes(FundEvent event) {
        SortedMap<String, Fen> changes = new TreeMap<>(Ids.ORDER);
        if (event instanceof MovementReversed reversal) {
            changes(reversal.original()).forEach((household, own) -> changes.put(household, own.negate()));
        } else if (event instanceof ShareEvent shares) {
            collect(shares, changes);
        }
        return changes;
    }

    private static void collect(ShareEvent event, SortedMap<String, Fen> changes) {
        switch (event) {
            case SharesInvested e -> {
                if (e.source() == ShareSource.OWN) {
                    changes.put(e.household(), e.amount());
                }
            }
            case SharesWithdrawn e -> changes.put(e.household(), e.own().negate());
            case SharesTransferred e -> {
                changes.put(e.from(), e.own().negate());
                changes.put(e.to(), e.own());
            }
            case LossAllocated e -> {
                for (LossLine line : e.lines()) {
                    changes.put(line.household(), line.own().negate());
                }
            }
        }
    }
}

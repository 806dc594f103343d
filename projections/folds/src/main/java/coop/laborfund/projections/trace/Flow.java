package coop.laborfund.projections.trace;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Money that went from one node to another.
 *
 * @param amount fen, above zero
 */
record Flow(Node from, Node to, long amount, LocalDate date, String ref, long position) {

    static final Comparator<Flow> IN_ORDER = Comparator.comparing(Flow::date).thenComparingLong(Flow::position);

    /** Some of an account's amount in an entry. */
    private static final class Side {
        private final Node node;
        private long rest;

        private Side(Node node, long rest) {
            this.node = node;
            this.rest = rest;
        }
    }

    /**
     * The money that an entry moves, from what is credited to what is debited. What goes in and out of an account by one entry goes
     * through it and moves nothing there.
     */
    static List<Flow> of(Entry entry, FundEvent event, long position) {
        if (entry.lines().stream().noneMatch(line -> isPool(line.account()))) {
            return List.of();
        }
        Map<Node, Long> nets = new LinkedHashMap<>();
        for (Line line : entry.lines()) {
            nets.merge(new Node(line.account(), line.sub()), line.amount().value(), Math::addExact);
        }
        List<Side> sources = new ArrayList<>();
        List<Side> targets = new ArrayList<>();
        nets.forEach((node, net) -> {
            if (net != 0) {
                (net < 0 ? sources : targets).add(new Side(node, Math.abs(net)));
            }
        });
        poolsFirst(sources);
        poolsFirst(targets);
        List<Flow> flows = new ArrayList<>();
        int target = 0;
        for (Side source : sources) {
            while (source.rest > 0) {
                Side to = targets.get(target);
                long amount = Math.min(source.rest, to.rest);
                if (source.node.isPool() || to.node.isPool()) {
                    flows.add(new Flow(source.node, to.node, amount, entry.date(), event.ref(), position));
                }
                source.rest -= amount;
                to.rest -= amount;
                target += to.rest == 0 ? 1 : 0;
            }
        }
        return flows;
    }

    /** Lines beside the money, as of a reserve that is used up, find each other at the end. */
    private static void poolsFirst(List<Side> sides) {
        sides.sort(Comparator.comparing(side -> !side.node.isPool()));
    }

    private static boolean isPool(Account account) {
        return account == Account.BANK || account == Account.ADVANCES;
    }
}

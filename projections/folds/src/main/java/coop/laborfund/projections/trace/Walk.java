package coop.laborfund.projections.trace;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.trace.Trace.End;
import coop.laborfund.projections.trace.Trace.Hop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows money along flows in their order. Backward it goes the same way from the end, with what went out coming in: what a pool
 * holds at the end is what it begins with, and the yuan that came in first still is the one that went out first.
 */
final class Walk {

    private static final String OVERDRAWN = "overdrawn:";

    private final TraceRule rule;
    private final Direction direction;
    private final Start start;
    private final Map<Node, Pool> pools = new HashMap<>();
    private final Map<Node, Long> balances = new HashMap<>();
    private final List<Hop> hops = new ArrayList<>();
    private final Map<String, Long> ends = new TreeMap<>();

    Walk(TraceRule rule, Direction direction, Start start) {
        this.rule = rule;
        this.direction = direction;
        this.start = start;
    }

    /** @param flows in their order */
    Trace along(List<Flow> flows, Question question) {
        switch (direction) {
            case FORWARD -> flows.forEach(flow -> step(flow, flow.from(), flow.to()));
            case BACKWARD -> {
                flows.forEach(flow -> {
                    balances.merge(flow.to(), flow.amount(), Math::addExact);
                    balances.merge(flow.from(), -flow.amount(), Math::addExact);
                });
                flows.reversed().forEach(flow -> step(flow, flow.to(), flow.from()));
                Collections.reverse(hops);
            }
        }
        pools.forEach((node, pool) -> end(node.text(), pool.followed()));
        List<End> reached = new ArrayList<>();
        ends.forEach((node, fen) -> reached.add(new End(node, Fen.of(fen))));
        return new Trace(question, true, List.copyOf(hops), reached);
    }

    private void step(Flow flow, Node source, Node target) {
        List<Parcel> parcels =
                source.isPool() ? pool(source).take(flow.amount()) : List.of(new Parcel(flow.amount(), false));
        if (start.isAt(flow)) {
            parcels = List.of(new Parcel(flow.amount(), true));
        }
        long followed = Pool.followed(parcels);
        hop(flow, flow.from().text(), flow.to().text(), followed);
        if (target.isPool()) {
            long covering = pool(target).put(parcels);
            String overdrawn = OVERDRAWN + target.text();
            switch (direction) {
                case FORWARD -> hop(flow, target.text(), overdrawn, covering);
                case BACKWARD -> hop(flow, overdrawn, target.text(), covering);
            }
            end(overdrawn, covering);
        } else {
            end(target.text(), followed);
        }
    }

    private Pool pool(Node node) {
        return pools.computeIfAbsent(node, any -> new Pool(rule, balances.getOrDefault(node, 0L)));
    }

    private void hop(Flow flow, String from, String to, long fen) {
        if (fen > 0) {
            hops.add(new Hop(from, to, Fen.of(fen), flow.date(), flow.ref(), flow.position()));
        }
    }

    private void end(String node, long fen) {
        if (fen > 0) {
            ends.merge(node, fen, Math::addExact);
        }
    }
}

package coop.laborfund.ledger.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The upcasters of all types, each type's in a row without gaps, from its first revision to today's. */
public final class UpcasterChain {

    /** What this program reads. */
    public static final UpcasterChain CURRENT = new UpcasterChain(Upcasters.ALL);

    private final Map<String, Map<Integer, EventUpcaster>> upcasters = new HashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();

    /**
     * A chain that ends at the catalogue's revisions.
     *
     * @throws IllegalArgumentException where an upcaster is missing, doubled, or for a type or revision that there is not
     */
    public UpcasterChain(List<EventUpcaster> upcasters) {
        this(EventCatalog.types(), upcasters);
    }

    UpcasterChain(List<EventType> types, List<EventUpcaster> all) {
        types.forEach(type -> revisions.put(type.name(), type.revision()));
        all.forEach(this::add);
        for (EventType type : types) {
            int found = upcasters.getOrDefault(type.name(), Map.of()).size();
            if (found != type.revision() - 1) {
                throw new IllegalArgumentException(
                        "%s is at revision %d and has %d upcasters".formatted(type.name(), type.revision(), found));
            }
        }
    }

    private void add(EventUpcaster upcaster) {
        if (upcaster.fromRevision() < 1 || upcaster.fromRevision() >= revisions.getOrDefault(upcaster.type(), 0)) {
            throw new IllegalArgumentException(describe(upcaster) + " leads nowhere");
        }
        Map<Integer, EventUpcaster> ofType = upcasters.computeIfAbsent(upcaster.type(), type -> new HashMap<>());
        if (ofType.put(upcaster.fromRevision(), upcaster) != null) {
            throw new IllegalArgumentException(describe(upcaster) + " stands twice");
        }
    }

    /** Whether a payload of this revision needs nothing done to it; also false for what this program does not know. */
    boolean isCurrent(String type, int revision) {
        return revisions.getOrDefault(type, 0) == revision;
    }

    /**
     * The payload in today's form.
     *
     * @throws UnreadableEventException where this program knows no such type or revision
     */
    ObjectNode upcast(String type, int revision, ObjectNode payload) {
        int current = revisions.getOrDefault(type, 0);
        if (revision < 1 || revision > current) {
            throw UnreadableEventException.unknown(type, revision);
        }
        ObjectNode upcast = payload;
        Map<Integer, EventUpcaster> ofType = upcasters.getOrDefault(type, Map.of());
        for (int from = revision; from < current; from++) {
            EventUpcaster upcaster = ofType.get(from);
            if (upcaster == null) {
                throw new IllegalStateException("the chain was validated");
            }
            upcast = upcaster.transform().apply(upcast);
        }
        return upcast;
    }

    private static String describe(EventUpcaster upcaster) {
        return "upcaster of " + upcaster.type() + " revision " + upcaster.fromRevision();
    }
}

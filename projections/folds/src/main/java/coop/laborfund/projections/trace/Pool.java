package coop.laborfund.projections.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * An account that money lies on. What goes out beyond what is there was not recorded in time; what comes in later covers that first.
 */
final class Pool {

    private final TraceRule rule;
    private final Layers layers = new Layers();
    private long overdrawn;

    /** @param balance that it begins with, of money that is not followed */
    Pool(TraceRule rule, long balance) {
        this.rule = rule;
        if (balance > 0) {
            layers.add(new Parcel(balance, false));
        } else {
            overdrawn = -balance;
        }
    }

    List<Parcel> take(long amount) {
        long missing = Math.max(0, amount - layers.sum());
        List<Parcel> taken = new ArrayList<>(rule.take(layers, amount - missing));
        if (missing > 0) {
            overdrawn = Math.addExact(overdrawn, missing);
            taken.add(new Parcel(missing, false));
        }
        return taken;
    }

    /** @return what of the followed money covers what had been overdrawn */
    long put(List<Parcel> parcels) {
        if (overdrawn == 0) {
            parcels.forEach(layers::add);
            return 0;
        }
        Layers coming = new Layers();
        parcels.forEach(coming::add);
        long covering = Math.min(overdrawn, coming.sum());
        long followed = followed(rule.take(coming, covering));
        overdrawn -= covering;
        coming.takeOldest(coming.sum()).forEach(layers::add);
        return followed;
    }

    /** What of the followed money is left here. */
    long followed() {
        return layers.followed();
    }

    static long followed(List<Parcel> parcels) {
        return parcels.stream()
                .filter(Parcel::followed)
                .mapToLong(Parcel::amount)
                .sum();
    }
}

package coop.laborfund.projections.trace;

import coop.laborfund.ledger.money.Apportionment;
import coop.laborfund.ledger.money.Fen;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Which of the money that lies together goes out first. */
public enum TraceRule {
    /** What came in first. */
    FIFO {
        @Override
        List<Parcel> take(Layers layers, long amount) {
            return layers.takeOldest(amount);
        }
    },
    /** Some of all of it, in proportion; the fen that division leaves goes to the larger remainder. */
    PROPORTIONAL {
        @Override
        List<Parcel> take(Layers layers, long amount) {
            long followed = amount == 0 ? 0 : share(amount, layers.followed(), layers.sum());
            List<Parcel> parcels = new ArrayList<>(2);
            layers.takeBoth(followed, amount - followed);
            add(parcels, followed, true);
            add(parcels, amount - followed, false);
            return parcels;
        }

        private void add(List<Parcel> parcels, long amount, boolean followed) {
            if (amount > 0) {
                parcels.add(new Parcel(amount, followed));
            }
        }
    };

    private static final String FOLLOWED = "followed";
    private static final String OTHER = "other";

    /** Takes an amount out of layers that hold no less. */
    abstract List<Parcel> take(Layers layers, long amount);

    private static long share(long amount, long part, long whole) {
        SequencedMap<String, BigInteger> shares = new LinkedHashMap<>();
        shares.put(FOLLOWED, BigInteger.valueOf(part));
        shares.put(OTHER, BigInteger.valueOf(whole - part));
        return Apportionment.ofAmount(Fen.of(amount), shares)
                .getOrDefault(FOLLOWED, Fen.ZERO)
                .value();
    }
}

package coop.laborfund.api.faults;

import java.time.Duration;

/** How much is tried; {@code -Pfaults} tries more. */
final class Size {

    /** How often something is killed or cut. */
    static final int ROUNDS = Integer.getInteger("laborfund.faults.rounds", 2);

    /** How long the database is away. */
    static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("laborfund.faults.outage.seconds", 2));

    static final long SEED = Long.getLong("laborfund.seed", System.nanoTime());

    private Size() {}
}

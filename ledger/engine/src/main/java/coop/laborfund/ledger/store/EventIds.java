package coop.laborfund.ledger.store;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.common.IdentifierFactory;

/**
 * Random ids as the standard wants them (UUID of version 4), for Axon, which finds this class by its service file. They have to
 * differ, and nothing depends on nobody guessing the next one: so each thread has its own generator, while Java's own takes a
 * lock and a system's secret random bytes for each event of an import.
 */
public final class EventIds extends IdentifierFactory {

    private static final int SEED = 48;

    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("L128X256MixRandom");

    /** Begun from the system's random bytes, so that no two threads or processes go the same way. */
    private static final ThreadLocal<RandomGenerator> RANDOM =
            ThreadLocal.withInitial(() -> GENERATOR.create(new SecureRandom().generateSeed(SEED)));

    private static final long VERSION = 0x0000_0000_0000_4000L;
    private static final long VERSION_BITS = 0x0000_0000_0000_F000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

    @Override
    public String generateIdentifier() {
        RandomGenerator random = RANDOM.get();
        return new UUID((random.nextLong() & ~VERSION_BITS) | VERSION, (random.nextLong() & ~VARIANT_BITS) | VARIANT)
                .toString();
    }
}

package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.money.Fen;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Chance that can be repeated: the same seed, the same answers. */
public final class Randomly {

    private final Random random;

    public Randomly(long seed) {
        this.random = new Random(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    public long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** True so many times out of a hundred. */
    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T oneOf(Collection<T> choices) {
        return List.copyOf(choices).get(random.nextInt(choices.size()));
    }

    public Random source() {
        return random;
    }

    /** An amount that is as likely to be small as large, never zero. */
    public Fen amountUpTo(Fen most) {
        long upTo = Math.max(1, most.value());
        for (int halvings = between(0, 20); halvings > 0 && upTo > 1; halvings--) {
            upTo = (upTo + 1) / 2;
        }
        return Fen.of(between(1L, upTo));
    }
}

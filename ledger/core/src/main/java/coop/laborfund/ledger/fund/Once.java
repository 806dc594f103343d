package coop.laborfund.ledger.fund;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes its value when first asked, and only once. */
final class Once<T> implements Supplier<T> {

    private final Supplier<? extends T> source;
    private @Nullable T value;

    Once(Supplier<? extends T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}

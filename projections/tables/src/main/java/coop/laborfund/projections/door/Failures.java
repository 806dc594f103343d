package coop.laborfund.projections.door;

import coop.laborfund.ledger.store.Database;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes the ledger's own of what is thrown where the database fails, whoever asks it. */
final class Failures {

    private Failures() {}

    static <T> T own(Supplier<T> question) {
        return Database.own(question);
    }

    /** The same for a stream, which asks while it is read. */
    static <T> Stream<T> own(Stream<T> stream) {
        Iterator<T> items = stream.iterator();
        Iterator<T> own = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return own(items::hasNext);
            }

            @Override
            public T next() {
                return own(items::next);
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(own, Spliterator.ORDERED), false);
    }
}

package coop.laborfund.ledger.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches the events that follow one, the first ones where it is null. */
@FunctionalInterface
interface NextPage {

    List<StoredEvent> after(@Nullable StoredEvent last);
}

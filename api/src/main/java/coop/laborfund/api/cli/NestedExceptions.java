package coop.laborfund.api.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the cause that says what to do. */
final class NestedExceptions {

    private NestedExceptions() {}

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}

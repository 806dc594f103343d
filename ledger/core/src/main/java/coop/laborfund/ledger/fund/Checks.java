package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The questions asked of one movement. They may be added in any order: they are asked in the order of {@link RefusalCode}, so
 * that the contract's precedence holds by construction, and a question is asked only after all before it found nothing wrong
 * (so it may take a household, say, for known).
 */
final class Checks {

    private static final Comparator<Check> PRECEDENCE = (one, other) -> one.code.compareTo(other.code);

    private static final int USUAL_NUMBER = 16;

    private final List<Check> checks = new ArrayList<>(USUAL_NUMBER);

    private record Check(RefusalCode code, Column column, Supplier<Optional<Map<String, String>>> fault) {}

    Checks refuseIf(RefusalCode code, Column column, BooleanSupplier wrong) {
        return refuseIf(code, column, wrong, Map::of);
    }

    Checks refuseIf(RefusalCode code, Column column, BooleanSupplier wrong, Supplier<Map<String, String>> details) {
        return ask(code, column, () -> wrong.getAsBoolean() ? Optional.of(details.get()) : Optional.empty());
    }

    /** @param fault what explains the refusal; empty where there is nothing to refuse */
    Checks ask(RefusalCode code, Column column, Supplier<Optional<Map<String, String>>> fault) {
        checks.add(new Check(code, column, fault));
        return this;
    }

    /** The first that applies; of one code, the first added. */
    Optional<Rejection> firstRefusal() {
        checks.sort(PRECEDENCE);
        for (Check check : checks) {
            Optional<Map<String, String>> details = check.fault.get();
            if (details.isPresent()) {
                return Optional.of(new Rejection(check.code, check.column, details.get()));
            }
        }
        return Optional.empty();
    }
}

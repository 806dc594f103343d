package coop.laborfund.api.web;

import coop.laborfund.api.node.Knowing;
import coop.laborfund.ledger.store.EventHistory;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reading the parameters of requests. */
final class Parameters {

    private Parameters() {}

    static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw ProblemException.badParameter(name, text, "YYYY-MM-DD");
        }
    }

    static @Nullable Long position(String name, @Nullable String text, EventHistory history) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Knowing.position(text, history)
                .orElseThrow(() -> ProblemException.badParameter(name, text, "120, 2024-06-30T12:00:00Z"));
    }

    static int year(String name, @Nullable String text) {
        if (text == null || !text.matches("[0-9]{4}")) {
            throw ProblemException.badParameter(name, text == null ? "" : text, "YYYY");
        }
        return Integer.parseInt(text);
    }
}

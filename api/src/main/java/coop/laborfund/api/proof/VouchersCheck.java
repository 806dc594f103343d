package coop.laborfund.api.proof;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whether a fund uses each voucher number once, and undoes each voucher once. The database's register sees to that; whoever makes
 * a chain by himself need not. What may be used twice after all events went by is found when they go by again.
 */
final class VouchersCheck {

    private final Report report;
    private final RepeatedTexts refs = new RepeatedTexts();
    private final RepeatedTexts undone = new RepeatedTexts();
    private final Map<String, Long> usedAt = new HashMap<>();
    private final Map<String, Long> undoneAt = new HashMap<>();
    private Set<Long> repeatedRefs = Set.of();
    private Set<Long> repeatedUndone = Set.of();

    VouchersCheck(Report report) {
        this.report = report;
    }

    void next(FundEvent event) {
        refs.add(event.ref());
        event.reverses().ifPresent(undone::add);
    }

    /** After the last event: whether they have to go by again. */
    boolean isInDoubt() {
        repeatedRefs = refs.repeated();
        repeatedUndone = undone.repeated();
        return !repeatedRefs.isEmpty() || !repeatedUndone.isEmpty();
    }

    void again(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        if (repeatedRefs.contains(RepeatedTexts.hash(event.ref()))
                && usedAt.putIfAbsent(event.ref(), recorded.position()) != null) {
            report.found(Finding.usedTwice(recorded.position(), event.ref()));
        }
        event.reverses().ifPresent(voucher -> {
            if (repeatedUndone.contains(RepeatedTexts.hash(voucher))
                    && undoneAt.putIfAbsent(voucher, recorded.position()) != null) {
                report.found(Finding.undoneTwice(recorded.position(), event.ref(), voucher));
            }
        });
    }
}

package coop.laborfund.api.proof;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.store.RegisterAudit;
import coop.laborfund.ledger.store.StoredEvent;
import java.util.Objects;

/**
 * Whether the register of vouchers, two columns of the history that no hash covers, is what the events say, and holds each
 * voucher once, whatever has become of its indexes.
 */
final class RegisterCheck {

    private final RegisterAudit register;
    private final Report report;

    RegisterCheck(RegisterAudit register, Report report) {
        this.register = register;
        this.report = report;
    }

    void next(StoredEvent stored, FundEvent event) {
        if (!event.ref().equals(stored.ref())
                || !Objects.equals(event.reverses().orElse(null), stored.reverses())) {
            report.found(new Finding(
                    stored.position(),
                    event.ref(),
                    "凭证登记(列 ref、reverses)与事件内容不符:登记的是 " + stored.ref() + "、" + stored.reverses(),
                    "the register of vouchers (columns ref, reverses) is not what the event says: it has "
                            + stored.ref() + ", " + stored.reverses()));
        }
    }

    /** After the last event. */
    void end(long last) {
        register.usedTwice(last).forEach(found -> report.found(Finding.usedTwice(found.position(), found.ref())));
        register.undoneTwice(last)
                .forEach(found -> report.found(Finding.undoneTwice(found.position(), null, found.ref())));
        report.checked(
                "凭证登记与事件相符,每个凭证号在一个基金里只用一次、只冲正一次",
                "the register of vouchers fits the events; in a fund each voucher number is used once and undone once");
    }
}

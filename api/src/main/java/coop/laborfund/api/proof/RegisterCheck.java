package coop.laborfund.api.proof;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.store.StoredEvent;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the register of vouchers, two columns of the history that no hash covers, is what the events say, and holds each
 * voucher once, whatever has become of its indexes.
 */
final class RegisterCheck {

    private static final String USED_TWICE = """
            select max(position) as position, ref from event where position <= ? and ref is not null
             group by kind, fund, ref having count(*) > 1 order by position limit 100""";

    private static final String UNDONE_TWICE = """
            select max(position) as position, reverses from event where position <= ? and reverses is not null
             group by kind, fund, reverses having count(*) > 1 order by position limit 100""";

    private final JdbcClient jdbc;
    private final Report report;

    RegisterCheck(JdbcClient jdbc, Report report) {
        this.jdbc = jdbc;
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
        jdbc.sql(USED_TWICE)
                .param(last)
                .query((row, number) -> Finding.usedTwice(row.getLong(1), row.getString(2)))
                .list()
                .forEach(report::found);
        jdbc.sql(UNDONE_TWICE)
                .param(last)
                .query((row, number) -> Finding.undoneTwice(row.getLong(1), null, row.getString(2)))
                .list()
                .forEach(report::found);
        report.checked(
                "凭证登记与事件相符,每个凭证号在一个基金里只用一次、只冲正一次",
                "the register of vouchers fits the events; in a fund each voucher number is used once and undone once");
    }
}

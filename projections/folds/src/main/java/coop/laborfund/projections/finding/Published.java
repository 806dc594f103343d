package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.projections.query.AccountKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether what was published of a month still is what the books say of that day (15): what was recorded after the current notice and
 * is dated within what it published.
 */
final class Published extends Check implements Seen<NoticePublished> {

    /** A notice, and what was posted into its figures since. */
    private static final class Notice {
        private final Movement<NoticePublished> movement;
        private final Map<AccountKey, Fen> since = new TreeMap<>();
        private final List<Long> positions = new ArrayList<>();
        private long number;

        private Notice(Movement<NoticePublished> movement) {
            this.movement = movement;
        }

        private void post(Entry entry, long position) {
            for (Line line : entry.lines()) {
                since.merge(AccountKey.of(line), line.amount(), Fen::plus);
            }
            number++;
            if (positions.size() < Finding.MOST_EVIDENCE) {
                positions.add(position);
            }
        }
    }

    private final NavigableMap<YearMonth, Notice> notices = new TreeMap<>();

    Published() {
        on(NoticePublished.class, this);
    }

    /** The later notice of a month is the current one. */
    @Override
    public void add(Movement<NoticePublished> movement) {
        notices.put(movement.event().month(), new Notice(movement));
    }

    @Override
    public void takeBack(NoticePublished original) {}

    void post(Entry entry, long position) {
        if (!notices.isEmpty() && !entry.lines().isEmpty()) {
            for (Notice notice :
                    notices.tailMap(YearMonth.from(entry.date()), true).values()) {
                notice.post(entry, position);
            }
        }
    }

    @Override
    void tell(View view, Report report) {
        if (notices.isEmpty()) {
            report.noData(15);
        }
        notices.forEach((month, notice) -> lookAt(month, notice, report));
    }

    private static void lookAt(YearMonth month, Notice notice, Report report) {
        Fen debit = Fen.ZERO;
        Fen largest = Fen.ZERO;
        AccountKey where = null;
        for (Map.Entry<AccountKey, Fen> account : notice.since.entrySet()) {
            Fen difference = account.getValue().max(account.getValue().negate());
            debit = debit.plus(account.getValue().max(Fen.ZERO));
            if (difference.exceeds(largest)) {
                largest = difference;
                where = account.getKey();
            }
        }
        if (where != null) {
            List<Long> evidence = new ArrayList<>(notice.positions);
            evidence.add(notice.movement.position());
            report.add(
                    What.PUBLISHED_DIFFERS,
                    notice.movement.date(),
                    debit,
                    evidence,
                    month,
                    notice.movement.ref(),
                    notice.number,
                    where.account(),
                    where.sub(),
                    largest);
        }
    }
}

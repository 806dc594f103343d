package coop.laborfund.api.bench;

import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.store.EventScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The whole history replayed to balances in memory, without any read table: sums are the same in whatever order they are added up,
 * so stretches of the history are folded side by side, one for each processor.
 *
 * @param events how many were replayed
 * @param balances of each fund, by account and sub-account; those of zero too
 */
public record Replay(long events, Map<String, Map<Replay.Place, Fen>> balances) {

    /** @param sub empty where there is no sub-account */
    public record Place(Account account, String sub) {}

    /** Replays everything up to a position, that included. */
    public static Replay of(DataSource database, EventJson json, long last) {
        EventScan scan = new EventScan(database, json);
        int stretches = Math.max(1, Runtime.getRuntime().availableProcessors());
        List<Stretch> folded = IntStream.range(0, stretches)
                .parallel()
                .mapToObj(i -> {
                    Stretch stretch = new Stretch();
                    scan.each(last * i / stretches + 1, last * (i + 1) / stretches, stretch::add);
                    return stretch;
                })
                .toList();
        Map<String, Map<Place, Fen>> balances = new HashMap<>();
        folded.forEach(stretch -> stretch.balances.forEach((fund, places) -> {
            Map<Place, Fen> all = balances.computeIfAbsent(fund, key -> new HashMap<>());
            places.forEach((place, amount) -> all.merge(place, amount, Fen::plus));
        }));
        return new Replay(folded.stream().mapToLong(stretch -> stretch.events).sum(), balances);
    }

    /** One stretch of the history, on one thread. */
    private static final class Stretch {
        private final Map<String, Map<Place, Fen>> balances = new HashMap<>();
        private long events;

        void add(Recorded place) {
            if (place instanceof RecordedEvent recorded) {
                add(recorded);
            }
        }

        private void add(RecordedEvent recorded) {
            events++;
            List<Line> lines = Postings.of(recorded.event()).lines();
            if (!lines.isEmpty()) {
                Map<Place, Fen> fund = balances.computeIfAbsent(recorded.event().fund(), key -> new HashMap<>());
                for (Line line : lines) {
                    fund.merge(new Place(line.account(), line.sub()), line.amount(), Fen::plus);
                }
            }
        }
    }
}

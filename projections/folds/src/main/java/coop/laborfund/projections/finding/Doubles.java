package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.MovementType.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of money that look double (27). */
final class Doubles extends Check implements Seen<FundEvent> {

    private record Row(String ref, long position) {}

    private final Map<Content, List<Row>> rows = new HashMap<>();

    Doubles() {
        for (MovementType type : MovementType.values()) {
            if (type.kind() == Kind.MONEY) {
                on(type.event(), this);
            }
        }
    }

    @Override
    public void add(Movement<FundEvent> movement) {
        rows.computeIfAbsent(Content.of(movement.event()), any -> new ArrayList<>(1))
                .add(new Row(movement.ref(), movement.position()));
    }

    @Override
    public void takeBack(FundEvent original) {
        List<Row> like = rows.get(Content.of(original));
        if (like != null) {
            like.removeIf(row -> row.ref.equals(original.ref()));
        }
    }

    @Override
    void tell(View view, Report report) {
        rows.forEach((content, like) -> {
            if (like.size() > 1) {
                report.add(
                        What.LOOKS_DOUBLE,
                        content.date(),
                        content.amount(),
                        like.stream().map(Row::position).toList(),
                        like.size(),
                        like.getFirst().ref,
                        like.getLast().ref,
                        content.type());
            }
        });
    }
}

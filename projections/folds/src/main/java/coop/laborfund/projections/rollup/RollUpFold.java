package coop.laborfund.projections.rollup;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.rollup.RollUp.Row;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds funds up by the places below a division; as large as those, however many funds there are. */
public final class RollUpFold implements Fold<FundSummary, RollUp> {

    private final Division division;
    private final SortedMap<String, Summary> places = new TreeMap<>(Ids.ORDER);

    public RollUpFold(Division division) {
        this.division = division;
    }

    /** Funds of other divisions are passed over. */
    @Override
    public void add(FundSummary fund) {
        if (division.has(fund.village())) {
            String place = division.isVillage()
                    ? fund.fund()
                    : division.below(fund.village()).code();
            places.merge(place, Summary.of(fund), Summary::plus);
        }
    }

    @Override
    public RollUp result() {
        List<Row> rows = places.entrySet().stream()
                .map(place -> new Row(place.getKey(), place.getValue()))
                .toList();
        Summary total = rows.stream().map(Row::summary).reduce(Summary.NONE, Summary::plus);
        return new RollUp(division, total, rows);
    }
}

package coop.laborfund.projections.rollup;

import java.util.List;

/**
 * The funds of a division, added up by the places one level below it.
 *
 * @param total of all rows
 * @param rows by code; of a village its funds, each under its own id
 */
public record RollUp(Division division, Summary total, List<Row> rows) {

    /** @param place a division code, or a fund's id */
    public record Row(String place, Summary summary) {}
}

package coop.laborfund.projections.finding;

import java.util.List;

/**
 * Rules that no history can answer yet: one person, card or phone behind several stakes (3), payees outside the household (4), and
 * households of one card or phone (26) need a register of persons; who recorded and approved (13, 25) needs approvals.
 */
final class WithoutData extends Check {

    private static final List<Integer> RULES = List.of(3, 4, 13, 25, 26);

    @Override
    void tell(View view, Report report) {
        RULES.forEach(report::noData);
    }
}

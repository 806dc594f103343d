package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.asking.RollUpQuestions;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.RollUpWatch;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.Moment;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How long the roll-up of many funds takes, findings among it, beside what is allowed; a heap that does not hold a long one is in {@code LargeRollUpTest}. */
class RollUpBench {

    private static final int FUNDS = Integer.getInteger("laborfund.bench.funds", 1_000);
    private static final int EVENTS = Integer.getInteger("laborfund.bench.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final double ALLOWED_MILLIS = 5_000;
    private static final Requester BY = new Requesters("bench").next();

    @Test
    void addsUpManyFunds() throws Exception {
        try (LoadedNode loaded = LoadedNode.with(FUNDS, EVENTS)) {
            RollUpQuestions questions = loaded.node().opened().part(RollUpQuestions.class);
            Medians medians = new Medians();
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("cursor ms", Figures.millis(Figures.timed(() -> PlainCursor.decode(loaded.target()))));
                medians.add("roll-up ms", Figures.millis(Figures.timed(() -> rollUp(questions))));
            }
            medians.print();
            BenchReport report = new BenchReport("rollup");
            report.ratioAtMost(
                    "汇总,连同疑点 · roll-up with findings, %,d 个基金 funds, %,d 条事件 events".formatted(FUNDS, EVENTS),
                    "5 s",
                    medians.of("roll-up ms") / ALLOWED_MILLIS,
                    1);
            report.ratio(
                    "同上 · the same", "one cursor with Jackson, one thread", medians.ratio("roll-up ms", "cursor ms"));
            report.close();
        }
    }

    private static boolean rollUp(RollUpQuestions questions) {
        Moment moment = questions.moment(BY, null, LocalDate.of(2024, 12, 31), null);
        int funds = questions
                .rollUp(BY, new Division("53"), moment, RollUpWatch.NONE)
                .orElseThrow()
                .answer()
                .total()
                .funds();
        assertThat(funds).isEqualTo(FUNDS);
        return true;
    }
}

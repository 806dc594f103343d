package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.MemoryVerdicts;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.Optional;

/** A history made by hand and judged by the folds that a pack's check runs, with evidence. */
abstract class JudgedHistory {

    final TestHistory history = new TestHistory();

    final Verdicts judge(int year, String day) {
        return judge(year, day, Long.MAX_VALUE);
    }

    final Verdicts judge(int year, String day, long knownAt) {
        return judge(new Scope(TestHistory.FUND, LocalDate.parse(day), knownAt), year)
                .orElseThrow();
    }

    final Optional<Verdicts> judge(Scope scope, int year) {
        return MemoryVerdicts.of(history.events(), scope, year);
    }

    static Fen yuan(String yuan) {
        return Fen.ofYuan(yuan);
    }
}

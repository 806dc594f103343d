package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.ledger.testing.TestLedger;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class ShareHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private static Entry change(LocalDate day, long fen) {
        return new Entry(
                day, List.of(new Line(Account.BANK, "", Fen.of(fen)), new Line(Account.SHARES, "H1", Fen.of(-fen))));
    }

    /** The model: day by day, the sum of all changes up to its end, where that is above zero. */
    @Seeded
    void countsShareDaysAsOneWouldOnFingers(Randomly random) {
        ShareHistory history = ShareHistory.EMPTY;
        List<Entry> changes = new ArrayList<>();
        for (int i = random.between(1, 12); i > 0; i--) {
            Entry change = change(FIRST.plusDays(random.between(0, 60)), random.oneOf(-300L, -7L, 100L, 501L));
            changes.add(change);
            history = history.evolve(change);
        }

        for (int i = 0; i < 50; i++) {
            LocalDate from = FIRST.plusDays(random.between(-5, 65));
            LocalDate to = from.plusDays(random.between(-1, 40));

            assertThat(history.shareDays(from, to))
                    .as("from %s to %s of %s", from, to, changes)
                    .containsEntry("H1", naive(changes, from, to));
        }
    }

    private static BigInteger naive(List<Entry> changes, LocalDate from, LocalDate to) {
        long sum = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate end = day;
            long balance = changes.stream()
                    .filter(change -> !change.date().isAfter(end))
                    .mapToLong(change -> change.lines().getFirst().amount().value())
                    .sum();
            sum += Math.max(0, balance);
        }
        return BigInteger.valueOf(sum);
    }

    @Seeded
    void givesTheSameDividendInWhateverOrderTheMovementsAreRecorded(Randomly random) {
        List<String> investments = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            investments.add("%s INVEST_SHARES party=H%d amount=%s"
                    .formatted(
                            FIRST.plusDays(random.between(0, 300)),
                            random.between(1, 3),
                            random.amountUpTo(Fen.ofYuan("4000"))));
        }
        String declaration = "2020-12-31 DECLARE_DIVIDEND year=2020 amount=" + random.amountUpTo(Fen.ofYuan("900"));

        Object inOrder = linesOf(investments, declaration);
        Collections.shuffle(investments, random.source());

        assertThat(linesOf(investments, declaration)).isEqualTo(inOrder);
    }

    private static Object linesOf(List<String> investments, String declaration) {
        TestLedger ledger = TestLedger.open().given("2020-01-01 OTHER_INCOME amount=1000");
        investments.forEach(ledger::given);
        return ((DividendDeclared) ledger.accepts(declaration).event()).lines();
    }
}

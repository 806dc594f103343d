package coop.laborfund.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each event posts is told by the test of its command; here is what holds for any amounts. */
class PostingsTest {

    private static final Voucher VOUCHER = new Voucher("F1", "v1", LocalDate.of(2020, 2, 1), "");
    private static final Fen LARGEST = Fen.ofYuan("1000000000000");

    private static Fen sum(Entry entry) {
        return entry.lines().stream().map(Line::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private static FundEvent anyEvent(Randomly random) {
        List<DividendLine> lines = List.of(
                new DividendLine("H1", random.amountUpTo(LARGEST)), new DividendLine("H2", random.amountUpTo(LARGEST)));
        return random.oneOf(
                new SharesTransferred(VOUCHER, "H1", "H2", random.amountUpTo(LARGEST), Fen.ZERO),
                new DividendDeclared(VOUCHER, 2020, null, lines, null, random.oneOf(Rules.values())),
                new DividendPaid(VOUCHER, 2020, lines),
                new GuaranteePaid(
                        VOUCHER,
                        random.oneOf(Guarantee.values()),
                        random.oneOf(GuaranteePayer.values()),
                        random.amountUpTo(LARGEST),
                        2020,
                        "A1",
                        "C1",
                        "H1",
                        "C1",
                        null,
                        null,
                        Rules.V1),
                new MonthClosed(
                        VOUCHER,
                        YearMonth.of(2020, 12),
                        List.of(
                                new YearResult("511", "C1", random.amountUpTo(LARGEST)),
                                new YearResult(
                                        "502", "", random.amountUpTo(LARGEST).negate()),
                                new YearResult("522", "", random.amountUpTo(LARGEST))),
                        Fen.ZERO,
                        random.oneOf(Rules.values())));
    }

    @Seeded
    void everyEntryBalancesAndItsReversalTakesItBack(Randomly random) {
        for (int i = 0; i < 500; i++) {
            FundEvent event = anyEvent(random);
            Entry entry = Postings.of(event);
            Entry reversed =
                    Postings.of(new MovementReversed(new Voucher("F1", "v2", LocalDate.of(2021, 1, 1), ""), event));

            assertThat(sum(entry)).isEqualTo(Fen.ZERO);
            assertThat(reversed.date()).isEqualTo(LocalDate.of(2021, 1, 1));
            assertThat(reversed.lines()).isEqualTo(entry.inverse(entry.date()).lines());
            assertThat(reversed.turnover()).isEqualTo(entry.turnover());
        }
    }

    @Test
    void anEntryThatDoesNotBalanceCannotBeMade() {
        List<Line> lopsided =
                List.of(new Line(Account.BANK, "", Fen.of(1)), new Line(Account.SHARES, "H1", Fen.of(-2)));

        assertThatThrownBy(() -> new Entry(VOUCHER.date(), lopsided)).hasMessageContaining("does not balance");
    }

    @Test
    void theTurnoverIsTheSumOfTheDebits() {
        Entry entry = new Entry(
                VOUCHER.date(),
                List.of(
                        new Line(Account.BANK, "", Fen.of(3)),
                        new Line(Account.SHARES, "H1", Fen.of(-1)),
                        new Line(Account.SHARES, "H2", Fen.of(-2))));

        assertThat(entry.turnover()).isEqualTo(Fen.of(3));
    }
}

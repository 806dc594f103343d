package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal is the same whether memory has room for it or not, and whether its entries are written first or last. */
class JournalBookTest {

    private static final int ROOM = 1_000_000;

    private final long seed = new Random().nextLong();
    private final List<FundEvent> events = events();

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 10_000})
    void sortedInAFileOrInMemoryItIsTheSame(int room) {
        assertThat(walked(events, room))
                .as("seed %d", seed)
                .contains("2024-")
                .contains("月结 2024-10")
                .isEqualTo(walked(events, ROOM));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 10_000, ROOM})
    void putTogetherFromEntriesItIsTheSame(int room) {
        assertThat(putTogether(events, room)).as("seed %d", seed).isEqualTo(walked(events, ROOM));
    }

    @Test
    void withoutEntriesItIsTheSameToo() {
        FundEvent closed = new MonthClosed(
                voucher(1, LocalDate.of(2024, 2, 1)), YearMonth.of(2024, 1), List.of(), Fen.ZERO, Rules.V2);
        for (List<FundEvent> few : List.of(List.<FundEvent>of(), List.of(closed))) {
            assertThat(putTogether(few, ROOM)).isNotEmpty().isEqualTo(walked(few, ROOM));
        }
    }

    private List<FundEvent> events() {
        Random random = new Random(seed);
        List<FundEvent> drawn = new ArrayList<>();
        for (int position = 1; position <= 2_000; position++) {
            Voucher voucher = voucher(position, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300)));
            Fen amount = Fen.of(1 + random.nextInt(1_000));
            drawn.add(
                    random.nextBoolean()
                            ? new OtherIncomeReceived(voucher, amount)
                            : new SharesInvested(voucher, "H" + random.nextInt(9), amount, ShareSource.OWN));
        }
        for (int month = 1; month <= 10; month++) {
            drawn.add(new MonthClosed(
                    voucher(2_000 + month, LocalDate.of(2024, 12, 1)),
                    YearMonth.of(2024, month),
                    List.of(),
                    Fen.ZERO,
                    Rules.V2));
        }
        return drawn;
    }

    private static Voucher voucher(int position, LocalDate date) {
        return new Voucher("F1", "V" + position, date, position % 3 == 0 ? "利息;\t二" : "");
    }

    private static String walked(List<FundEvent> events, int room) {
        StringBuilder text = new StringBuilder();
        try (JournalBook book = new JournalBook(new DayPages(room))) {
            long position = 0;
            for (FundEvent event : events) {
                book.add(++position, event, Postings.of(event));
            }
            JournalWalk.write(new HledgerJournal(text), "F1", book, null, null);
        }
        return text.toString();
    }

    private static String putTogether(List<FundEvent> events, int room) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        HledgerEntries entries = new HledgerEntries();
        try (HledgerBook book = new HledgerBook(new DayPages(room))) {
            long position = 0;
            for (FundEvent event : events) {
                Entry entry = Postings.of(event);
                book.add(event, entry, entries.write(++position, event, entry));
            }
            book.write(text, "F1");
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}

package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Postings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A journal that memory has no room for is the same as one that it has. */
class JournalBookTest {

    @Test
    void sortedInAFileOrInMemoryItIsTheSame() {
        assertThat(journal(1_000_000)).contains("2024-").isEqualTo(journal(100)).isEqualTo(journal(1));
    }

    private static String journal(int room) {
        Random random = new Random(7);
        StringWriter text = new StringWriter();
        try (JournalBook book = new JournalBook(room)) {
            for (int position = 1; position <= 2_000; position++) {
                LocalDate date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300));
                OtherIncomeReceived event = new OtherIncomeReceived(
                        new Voucher("F1", "V" + position, date, position % 3 == 0 ? "利息;\t二" : ""),
                        Fen.of(1 + random.nextInt(1_000)));
                book.add(position, event, Postings.of(event));
            }
            book.writeHledger(new PrintWriter(text), "F1");
        }
        return text.toString();
    }
}

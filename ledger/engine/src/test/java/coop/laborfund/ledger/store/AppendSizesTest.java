package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.StreamKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the sizes have to be to each other, wherever they are used. */
class AppendSizesTest {

    private static Append append(int events) {
        return new Append(IntStream.range(0, events)
                .mapToObj(sequence -> new NewEvent(
                        StreamKind.FUND.of("F1"),
                        sequence,
                        UUID.randomUUID(),
                        "Any",
                        1,
                        "t",
                        "V" + sequence,
                        null,
                        "{}",
                        "{}"))
                .toList());
    }

    /** Otherwise the refs of what was gathered would be looked for by nobody before the index refused them. */
    @Test
    void whatWasGatheredFromSeveralRequestsIsNoLargeAppend() {
        assertThat(append(AppendSizes.MOST_GATHERED).isLarge()).isFalse();
        assertThat(append(AppendSizes.LARGE).isLarge()).isTrue();
    }

    /** Its rows are made ready for COPY before it waits, and only then. */
    @Test
    void aLargeAppendIsCopied() {
        assertThat(AppendSizes.LARGE).isGreaterThan(AppendSizes.MOST_INSERTED);
        assertThat(append(AppendSizes.LARGE).preparedRow(0)).isNotNull();
        assertThat(append(AppendSizes.LARGE - 1).preparedRow(0)).isNull();
        assertThat(List.of(AppendSizes.MOST_INSERTED, AppendSizes.MOST_GATHERED, AppendSizes.LARGE))
                .isSorted();
    }
}

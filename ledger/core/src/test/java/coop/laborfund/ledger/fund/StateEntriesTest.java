package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.testing.Histories;
import coop.laborfund.ledger.testing.SampleMovement;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The size of a state against a count that knows nothing of its parts, so that no new one is forgotten. */
class StateEntriesTest {

    /** Entries of whatever maps and lists are reached. */
    private static int entries(Object value) throws ReflectiveOperationException {
        if (value instanceof Map<?, ?> map) {
            return map.size() + entries(map.values());
        }
        int entries = value instanceof List<?> list ? list.size() : 0;
        if (value instanceof Collection<?> values) {
            for (Object each : values) {
                entries += entries(each);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                Object part = component.getAccessor().invoke(value);
                entries += part == null ? 0 : entries(part);
            }
        }
        return entries;
    }

    @Test
    void everyEntryCounts() throws Exception {
        assertThat(StateSize.of(FundState.EMPTY)).isZero();
        FundState full = SampleMovement.ledger().state();
        assertThat(StateSize.of(full)).isEqualTo(entries(full)).isPositive();
        FundState old = Histories.ofOneFund(5_000).state();
        assertThat(StateSize.of(old)).isEqualTo(entries(old)).isGreaterThan(2_000);
    }
}

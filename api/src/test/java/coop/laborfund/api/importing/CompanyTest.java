package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong recordings = new AtomicLong(17);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Company company = new Company(recordings::get, nanos::get);

    @Test
    void isNotThereWhereTheImportAloneRecords() {
        assertThat(company.isThere()).isFalse();
        for (int i = 0; i < 4; i++) {
            company.exceptOne();
            assertThat(company.isThere()).isFalse();
        }
        recordings.addAndGet(4);
        assertThat(company.isThere()).isFalse();
    }

    @Test
    void isThereForASecondAfterSomebodyElseHasRecorded() {
        recordings.incrementAndGet();
        assertThat(company.isThere()).isTrue();
        nanos.addAndGet(SECOND - 1);
        assertThat(company.isThere()).isTrue();
        nanos.incrementAndGet();
        assertThat(company.isThere()).isFalse();
        company.exceptOne();
        recordings.addAndGet(2);
        assertThat(company.isThere()).isTrue();
    }
}

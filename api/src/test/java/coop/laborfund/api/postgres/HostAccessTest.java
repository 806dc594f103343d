package coop.laborfund.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of pg_hba.conf before and after. */
class HostAccessTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            local all all trust                     | local all all scram-sha-256
            host all all 127.0.0.1/32 TRUST         | host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 "trust" # for now  | host all all ::1/128 scram-sha-256 # for now
            host trust trust 10.0.0.0/8 reject      | host trust trust 10.0.0.0/8 reject
            host all all 127.0.0.1/32 scram-sha-256 | host all all 127.0.0.1/32 scram-sha-256
            """, delimiter = '|')
    void putsScramForTrustOnly(String before, String after) {
        assertThat(HostAccess.withoutTrust(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"# local all all trust", "''"})
    void leavesCommentsAndEmptyLines(String line) {
        assertThat(HostAccess.withoutTrust(line)).isEqualTo(line);
    }
}

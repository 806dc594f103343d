package coop.laborfund.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyKeyTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByTheKeyThatFilesWrite(PolicyKey key) {
        assertThat(PolicyKey.of(key.byYear() ? key.key() + ".2024" : key.key())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "luck",
                "FLOORRATE",
                "floorrate",
                "floorRate.2024",
                "incomeLine",
                "incomeLine.",
                "incomeLine.24",
                "incomeLine.20245",
                "incomeLine.2024.1",
                "incomeLine.1999",
                "incomeLine.2200",
                "incomeLine.二〇二四"
            })
    void isNoneOfOthers(String key) {
        assertThat(PolicyKey.of(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FLOOR_RATE        | 6.50             | 6.5
            FLOOR_RATE        | 0                | 0
            FLOOR_RATE        | 6%               | 6
            SHARE_LIMIT       | ￥5000元          | 5000.00
            TERM_MONTHS       | 9999             | 9999
            FLOOR_RATE        | 100.0000         | 100
            SHARE_LIMIT       | 5,000            | 5000.00
            SHARE_LIMIT       | 0                | 0.00
            SHARE_LIMIT       | 1,000,000,000 | 1000000000.00
            TERM_MONTHS       | 036              | 36
            TERM_MONTHS       | 0                | 0
            STABLE_MONTHS     | 1                | 1
            STABLE_MONTHS     | 12               | 12
            STABLE_WAGE       | 100              | 100.00
            STABLE_WAGE       | 0                | 0.00
            LOSS_TOLERANCE    | 0.5%             | 0.5
            FIRST_YEAR_BY     | 09-30            | 09-30
            FIRST_YEAR_BY     | 02-29            | 02-29
            APPROVAL_OVER     | 5,000            | 5000.00
            APPROVAL_OVER     | 0                | 0.00
            APPROVAL_OVER     | ''               | ''
            DIVIDEND_DUE      | 12-10            | 12-10
            DIVIDEND_DUE      | 02-29            | 02-29
            INCOME_LINE       | 3218.5           | 3218.50
            COLLECTIVE_TARGET | 20000            | 20000.00
            """)
    void keepsAValueInItsCanonicalForm(PolicyKey key, String value, String canonical) {
        assertThat(key.canonical(value)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FLOOR_RATE        | 100.0001
            FLOOR_RATE        | 6.12345
            FLOOR_RATE        | -6
            TERM_MONTHS       | 10000
            SHARE_LIMIT       | 1.005
            SHARE_LIMIT       | -1
            SHARE_LIMIT       | 1e5
            SHARE_LIMIT       | 1,00
            SHARE_LIMIT       | 1000000000.01
            TERM_MONTHS       | 1.5
            TERM_MONTHS       | -1
            TERM_MONTHS       | ''
            STABLE_MONTHS     | 0
            STABLE_MONTHS     | 13
            STABLE_WAGE       | ''
            LOSS_TOLERANCE    | 101
            FIRST_YEAR_BY     | ''
            FIRST_YEAR_BY     | 13-01
            FIRST_YEAR_BY     | 2023-09-30
            APPROVAL_OVER     | none
            APPROVAL_OVER     | -1
            APPROVAL_OVER     | 1000000000.01
            DIVIDEND_DUE      | 12-32
            DIVIDEND_DUE      | 02-30
            DIVIDEND_DUE      | 2-1
            DIVIDEND_DUE      | 1210
            INCOME_LINE       | 很多
            """)
    void refusesWhatIsMalformedOrOutOfRange(PolicyKey key, String value) {
        assertThat(key.canonical(value)).isEmpty();
    }
}

package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as large as the contract allows, as often as anybody likes: a refusal, never an overflow. */
class AmountRangeTest {

    /** More than fill a long eight times over with the largest amount. */
    private static final int MOVEMENTS = 12_000;

    private static final String LARGEST = " amount=1000000000000.00";

    private static final List<String> FOUNDATION = List.of(
            "OPEN_FUND name=示例 party=320000000001",
            "ADMIT_HOUSEHOLD party=H1 size=1",
            "ENROLL_COMPANY party=C1 name=示例公司",
            "RECEIVE_DEPOSIT party=C1" + LARGEST);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTHER_INCOME",
                "FUND_RESERVE",
                "RECEIVE_DEPOSIT party=C1",
                "RECORD_COLLECTIVE_INCOME source=OPERATING",
                "PAY_GUARANTEE guarantee=COLLECTIVE_INCOME payer=GUARANTOR year=2020"
            })
    void endInARefusalBeforeASumOverflows(String movement) {
        List<String> rows = IntStream.range(0, FOUNDATION.size() + MOVEMENTS)
                .mapToObj(i -> i < FOUNDATION.size() ? FOUNDATION.get(i) : movement + LARGEST)
                .toList();

        BatchDecision batch = BatchDecision.of(
                FundState.EMPTY,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> Row.of("2020-01-01 " + rows.get(i))
                                .with("fund=F1 ref=v" + i)
                                .movement())
                        .toList(),
                new RecordedMovements(),
                LocalDate.of(2020, 1, 1));

        assertThat(batch.accepted()).hasSizeGreaterThan(5_000);
        assertThat(batch.refused())
                .isNotEmpty()
                .extracting(Outcome.Refused::rejection)
                .allSatisfy(rejection -> {
                    assertThat(rejection.code()).isEqualTo(RefusalCode.AMOUNT_TOO_LARGE);
                    assertThat(rejection.column()).isEqualTo(Column.AMOUNT);
                    assertThat(RefusalMessages.chinese(rejection, "1")).contains("累计发生额");
                    assertThat(RefusalMessages.english(rejection, "1")).contains("turnover");
                });
    }
}

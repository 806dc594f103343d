package coop.laborfund.ledger.movement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.SampleMovement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When two rows under one ref are the same movement, and when the ref is reused. */
class ContentTest {

    private static String digest(String row) {
        return Row.of("2020-12-31 fund=F1 ref=v1 type=" + row).movement().digest();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVEST_SHARES party=H1 amount=5,000            | INVEST_SHARES party=H1 amount=5000.00
            INVEST_SHARES party=H1 amount=1                | 入股 对象=H1 金额=1
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=H1 amount=1 source=INDUSTRY_FUND
            INVEST_SHARES party=H1 amount=1 source=OWN     | INVEST_SHARES party=H1 amount=1 source=自有资金
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=H1 amount=1 memo=补录
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=H1 amount=1 year=2020 counterparty=#
            ADMIT_HOUSEHOLD party=H1 size=3                | ADMIT_HOUSEHOLD party=H1 size=03 name=户名
            DECLARE_DIVIDEND year=2020 rate=6              | DECLARE_DIVIDEND year=2020 rate=6.00
            SET_POLICY resolution=a policy=floorRate=6;termMonths=12 | SET_POLICY resolution=a policy=termMonths=012；floorRate=6.0
            RECORD_COLLECTIVE_INCOME amount=1 source=SUBSIDY | RECORD_COLLECTIVE_INCOME amount=1 source=补助 payer=DIRECT
            ADVANCE_CAPITAL advance=A1 party=C1 amount=1 rate=8 due=2021-01-01 resolution=a | ADVANCE_CAPITAL advance=A1 party=C1 amount=1 rate=8 due=2021-01-01 resolution=a source=TURNOVER
            """)
    void isTheSameByValue(String one, String other) {
        assertThat(digest(one)).isEqualTo(digest(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=H1 amount=1.01
            INVEST_SHARES party=H1 amount=1                | WITHDRAW_SHARES party=H1 amount=1
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=h1 amount=1
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=H1 amount=1 date=2020-12-30
            INVEST_SHARES party=H1 amount=1                | INVEST_SHARES party=H1 amount=1 source=OWN
            ENROLL_COMPANY party=C1 name=示例              | ENROLL_COMPANY party=C1 name=示例公司
            SET_POLICY resolution=a policy=floorRate=6     | SET_POLICY resolution=b policy=floorRate=6
            COMPLETE_TRAINING party=W1 memo=焊工           | COMPLETE_TRAINING party=W1 memo=电工
            REVERSE reverses=v0 memo=记错                  | REVERSE reverses=v0 memo=重复
            CONFIRM_WAGE party=W1 month=2020-01 amount=1 memo=a | CONFIRM_WAGE party=W1 month=2020-01 amount=1 memo=a counterparty=E1
            PAY_DIVIDEND year=2020 party=*                 | PAY_DIVIDEND year=2020 party=H1
            PAY_DIVIDEND year=2020 party=H1                | PAY_DIVIDEND year=2020 party=H1 amount=1
            DECLARE_DIVIDEND year=2020 rate=6              | DECLARE_DIVIDEND year=2020 amount=6
            """)
    void isAnotherByAnyColumnThatTheTypeUses(String one, String other) {
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    static List<SampleMovement> samples() {
        return SampleMovement.all();
    }

    /** Emptying or changing any cell that the row uses makes it malformed or another movement. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void hasEveryColumnOfASampleInIt(SampleMovement sample) {
        String digest = sample.row().movement().digest();
        List<Column> unnoticed = new ArrayList<>();
        sample.row().cells().forEach((column, cell) -> {
            Row changed = sample.row().with(column, "");
            boolean isOwnPlace = column == Column.FUND || column == Column.REF;
            if (!isOwnPlace
                    && changed.read() instanceof ReadRow.WellFormed same
                    && same.movement().digest().equals(digest)) {
                unnoticed.add(column);
            }
        });

        assertThat(unnoticed).isEmpty();
    }

    @Test
    void isWrittenAsSha256InHex() {
        assertThat(digest("OTHER_INCOME amount=1")).matches("[0-9a-f]{64}");
    }
}

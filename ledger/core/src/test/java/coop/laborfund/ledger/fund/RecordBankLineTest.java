package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RecordBankLineTest {

    private final TestLedger ledger = TestLedger.open();

    @Test
    void saysWhatTheBankSaysAndPostsNothing() {
        Recorded it = ledger.accepts("2020-02-01 银行流水 金额=100 来源=付 余额=－12.50");

        assertThat(it.event())
                .isEqualTo(new BankLineRecorded(it.voucher(), yuan("100"), BankDirection.OUT, yuan("-12.50")));
        assertThat(it.entry()).containsExactly("2020-02-01");
        assertThat(((BankLineRecorded) it.event()).signed()).isEqualTo(yuan("-100"));
    }

    @Test
    void mayLeaveTheBalanceOutOrHaveNone() {
        assertThat(ledger.accepts("2020-02-01 BANK_LINE amount=100 source=IN").event())
                .extracting("balance")
                .isNull();
        assertThat(ledger.accepts("2020-02-01 BANK_LINE amount=100 source=IN balance=0")
                        .event())
                .extracting("balance")
                .isEqualTo(yuan("0"));
        ledger.refuses("2020-02-01 BANK_LINE amount=100 source=IN balance=+1", RefusalCode.BAD_AMOUNT, "balance");
        ledger.refuses("2020-02-01 BANK_LINE amount=100 source=IN balance=－-1", RefusalCode.BAD_AMOUNT, "balance");
    }

    /** The bank numbers as it likes, and dates of closed months are its own. */
    @Test
    void takesTheBanksNumberInAnyMonth() {
        ledger.closedThrough("2020-02").accepts("2020-02-01 BANK_LINE ref=13800001234 amount=1 source=IN");
        ledger.refuses("2020-03-01 OTHER_INCOME ref=13800001234 amount=1", RefusalCode.BAD_CODE, "ref");
    }

    @Test
    void keepsTheBanksTextOutOfTheCommand() {
        Row row = Row.of("2020-02-01 BANK_LINE fund=F1 ref=b1 amount=1 source=IN name=转账");

        assertThat(row.movement().registered()).contains("转账");
        assertThat(row.movement().command().toString()).doesNotContain("转账");
    }
}

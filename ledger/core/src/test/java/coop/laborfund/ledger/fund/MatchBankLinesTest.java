package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchBankLinesTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-02-01 OTHER_INCOME ref=r1 amount=100
            2020-02-01 OTHER_INCOME ref=r2 amount=50
            2020-02-01 PAY_EXPENSE ref=r3 amount=20
            2020-02-02 BANK_LINE ref=b1 amount=130 source=IN
            2020-02-03 BANK_LINE ref=b2 amount=20 source=OUT
            2020-02-03 BANK_LINE ref=b3 amount=150 source=IN
            """);

    @Test
    void saysThatManyAreManyAsASet() {
        Recorded it = ledger.accepts("2020-02-05 MATCH_BANK_LINE line=b3；b2;b3 match=r3;r2；r1");

        assertThat(it.event())
                .isEqualTo(new BankLinesMatched(it.voucher(), List.of("b2", "b3"), List.of("r1", "r2", "r3")));
        assertThat(it.entry()).containsExactly("2020-02-05");
        ledger.knows("2020-02-05 MATCH_BANK_LINE ref=" + it.voucher().ref() + " line=b2;b3 match=r1;r2;r3");
    }

    @Test
    void comparesTheSignedSums() {
        ledger.accepts("2020-02-05 MATCH_BANK_LINE line=b1 match=r1;r2;r3");
        ledger.refuses("2020-02-05 MATCH_BANK_LINE line=b3 match=r1;r2", RefusalCode.ALREADY_MATCHED, "match");
    }

    @Test
    void isUndoneByAReversalThatFreesBothHalves() {
        ledger.given("""
                2020-02-05 MATCH_BANK_LINE ref=m1 line=b2 match=r3
                2020-02-06 REVERSE reverses=m1 memo=勾错
                2020-02-06 MATCH_BANK_LINE line=b2 match=r3
                """);
        ledger.refuses("2020-02-07 REVERSE reverses=b2 memo=记错", RefusalCode.LINE_IN_USE, "reverses");
    }

    /** Both went through the bank, or neither did: they cancel each other without a line. */
    @Test
    void takesReversedMovementsAndReversals() {
        ledger.given("2020-02-04 REVERSE ref=red reverses=r3 memo=记错");

        ledger.accepts("2020-02-05 MATCH_BANK_LINE line=b3 match=r1;r2;r3;red");
    }

    @Test
    void knowsNoReversedLineAndNoMovementBesideTheBank() {
        ledger.given("""
                2020-02-04 REVERSE reverses=b2 memo=记错
                2020-02-04 COMPLETE_TRAINING ref=t1 party=W1 memo=焊工
                """);

        ledger.refuses("2020-02-05 MATCH_BANK_LINE line=b2 match=r3", RefusalCode.UNKNOWN_REF, "line");
        ledger.refuses("2020-02-05 MATCH_BANK_LINE line=b1 match=t1", RefusalCode.UNKNOWN_REF, "match");
        ledger.refuses("2020-02-05 MATCH_BANK_LINE line=b1 match=b3", RefusalCode.UNKNOWN_REF, "match");
    }
}

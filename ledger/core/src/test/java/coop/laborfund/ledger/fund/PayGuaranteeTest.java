package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayGuaranteeTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=1000 rate=8 due=2020-12-31 resolution=决议
            2020-02-01 RECEIVE_DEPOSIT party=C1 amount=500
            2020-02-01 FUND_RESERVE amount=500
            """);

    /** Every guarantee by every payer, as the contract's table has it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAPITAL_SAFETY advance=A1     | DEPOSIT counterparty=C1 | 借 211:deposit:C1 | 贷 113:C1:A1
            CAPITAL_SAFETY advance=A1     | RESERVE resolution=决议 | 借 235:risk       | 贷 113:C1:A1
            CAPITAL_SAFETY advance=A1     | COMPANY counterparty=C1 | 借 102            | 贷 113:C1:A1
            CAPITAL_SAFETY advance=A1     | GUARANTOR               | 借 102            | 贷 113:C1:A1
            COLLECTIVE_INCOME             | DEPOSIT counterparty=C1 | 借 211:deposit:C1 | 贷 102
            COLLECTIVE_INCOME             | RESERVE resolution=决议 | 借 235:risk       | 贷 102
            EMPLOYMENT_INCOME party=H1    | DEPOSIT counterparty=C1 | 借 211:deposit:C1 | 贷 102
            EMPLOYMENT_INCOME party=H1    | RESERVE resolution=决议 | 借 235:risk       | 贷 102
            """)
    void closesTheShortfallWithThePayersMoney(String guarantee, String payer, String debit, String credit) {
        Recorded it = ledger.accepts(
                "2021-02-01 PAY_GUARANTEE year=2020 amount=100 guarantee=%s payer=%s".formatted(guarantee, payer));

        assertThat(it.entry()).containsExactly("2021-02-01", debit + " 100.00", credit + " 100.00");
    }

    /** What somebody else pays to the village or a household comes in and goes out again. */
    @ParameterizedTest
    @CsvSource({
        "COLLECTIVE_INCOME, COMPANY counterparty=C1",
        "COLLECTIVE_INCOME, GUARANTOR",
        "EMPLOYMENT_INCOME party=H1, COMPANY counterparty=C1",
        "EMPLOYMENT_INCOME party=H1, GUARANTOR"
    })
    void passesMoneyFromOutsideThroughTheBank(String guarantee, String payer) {
        Recorded it = ledger.accepts(
                "2021-02-01 PAY_GUARANTEE year=2020 amount=100000 guarantee=%s payer=%s".formatted(guarantee, payer));

        assertThat(it.entry())
                .containsExactly(
                        "2021-02-01",
                        "借 102 100000.00",
                        "贷 211:guarantee 100000.00",
                        "借 211:guarantee 100000.00",
                        "贷 102 100000.00");
    }

    @Test
    void namesTheAdvanceAndItsDebtorForCapital() {
        Recorded it = ledger.accepts(
                "2021-02-01 PAY_GUARANTEE guarantee=CAPITAL_SAFETY payer=GUARANTOR advance=A1 amount=100 year=2021");

        assertThat(it.event())
                .isEqualTo(new GuaranteePaid(
                        it.voucher(),
                        Guarantee.CAPITAL_SAFETY,
                        GuaranteePayer.GUARANTOR,
                        yuan("100"),
                        2021,
                        "A1",
                        "C1",
                        null,
                        null,
                        null,
                        null,
                        Rules.V2));
    }

    @Test
    void namesTheHouseholdAndTheCompanyForEmployment() {
        Recorded it = ledger.accepts("2021-02-01 担保代偿 担保=就业增收 付款方=保证金 对象=H1 对方=C1 金额=100 年度=2020");

        assertThat(it.event())
                .isEqualTo(new GuaranteePaid(
                        it.voucher(),
                        Guarantee.EMPLOYMENT_INCOME,
                        GuaranteePayer.DEPOSIT,
                        yuan("100"),
                        2020,
                        null,
                        null,
                        "H1",
                        "C1",
                        null,
                        null,
                        Rules.V2));
    }

    /** The columns that other guarantees and payers use are not even looked at. */
    @Test
    void ignoresWhatThisGuaranteeAndPayerDoNotUse() {
        Recorded it = ledger.accepts(
                "2021-02-01 PAY_GUARANTEE guarantee=COLLECTIVE_INCOME payer=RESERVE resolution=决议 amount=100 year=2020 party=# advance=A9 counterparty=C9");

        assertThat(it.event())
                .isEqualTo(new GuaranteePaid(
                        it.voucher(),
                        Guarantee.COLLECTIVE_INCOME,
                        GuaranteePayer.RESERVE,
                        yuan("100"),
                        2020,
                        null,
                        null,
                        null,
                        null,
                        new ReserveParts(yuan("100"), Fen.ZERO, Fen.ZERO),
                        "决议",
                        Rules.V2));
    }

    @Test
    void mayUseAnotherCompanysDepositForAShortfallOfIncome() {
        ledger.accepts(
                "2021-02-01 PAY_GUARANTEE guarantee=EMPLOYMENT_INCOME payer=DEPOSIT party=H2 counterparty=C1 amount=500 year=2020");
    }

    /** 500 of fiscal money are there already. */
    @Test
    void takesOfTheReserveFiscalMoneyThenDonationsThenSurplus() {
        ledger.given("""
                2020-02-01 OTHER_INCOME amount=1000
                2020-02-01 FUND_RESERVE amount=30 source=DONATION
                2020-02-01 APPROPRIATE_RESERVE amount=200
                """);

        ledger.refuses(
                "2020-03-01 PAY_GUARANTEE year=2020 amount=730.01 guarantee=CAPITAL_SAFETY payer=RESERVE advance=A1"
                        + " resolution=决议",
                RefusalCode.INSUFFICIENT_RESERVE,
                "amount");
        Recorded it = ledger.accepts(
                "2020-03-01 PAY_GUARANTEE year=2020 amount=700 guarantee=CAPITAL_SAFETY payer=RESERVE advance=A1"
                        + " resolution=决议");

        assertThat(it.entry())
                .containsExactly(
                        "2020-03-01",
                        "借 235:risk 500.00",
                        "借 311:risk 30.00",
                        "借 529 170.00",
                        "贷 113:C1:A1 700.00",
                        "借 322:risk 170.00",
                        "贷 332:undistributed 170.00");
        assertThat(ledger.state().books().distributableSurplus()).isEqualTo(yuan("800"));
    }

    @Test
    void needsAResolutionForTheReserve() {
        ledger.refuses(
                "2020-03-01 PAY_GUARANTEE year=2020 amount=1 guarantee=COLLECTIVE_INCOME payer=RESERVE",
                RefusalCode.MISSING_FIELD,
                "resolution");
    }
}

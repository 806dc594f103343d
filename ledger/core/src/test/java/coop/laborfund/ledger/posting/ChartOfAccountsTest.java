package coop.laborfund.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOfAccountsTest {

    @ParameterizedTest
    @CsvSource({
        "BANK, 102, ASSET",
        "ADVANCES, 113, ASSET",
        "PAYABLES, 211, LIABILITY",
        "DIVIDENDS_PAYABLE, 222, LIABILITY",
        "SHARES, 301, EQUITY",
        "FISCAL_RESERVE, 235, LIABILITY",
        "DONATED_RESERVE, 311, EQUITY",
        "SURPLUS_RESERVE, 322, EQUITY",
        "YEAR_RESULT, 331, EQUITY",
        "APPROPRIATION, 332, EQUITY",
        "OTHER_INCOME, 502, INCOME",
        "RETURNS, 511, INCOME",
        "EXPENSES_2007, 522, EXPENSE",
        "EXPENSES, 523, EXPENSE",
        "FINANCE, 524, EXPENSE",
        "LOSSES, 529, EXPENSE"
    })
    void bearsTheContractsCodes(Account account, String code, AccountClass accountClass) {
        assertThat(ChartOfAccounts.code(account)).isEqualTo(code);
        assertThat(ChartOfAccounts.heading(code).account()).isEqualTo(account);
        assertThat(ChartOfAccounts.heading(code).accountClass()).isEqualTo(accountClass);
        assertThat(ChartOfAccounts.heading(code).name()).isNotBlank();
    }

    @Test
    void knowsNoOtherCode() {
        assertThatThrownBy(() -> ChartOfAccounts.heading("101")).hasMessageContaining("101");
    }

    @Test
    void changesOnTheFirstDayOf2023() {
        LocalDate last = LocalDate.of(2022, 12, 31);
        assertThat(ChartOfAccounts.expenses(last)).isEqualTo(Account.EXPENSES_2007);
        assertThat(ChartOfAccounts.finance(last)).isEqualTo(Account.EXPENSES_2007);
        assertThat(ChartOfAccounts.expenses(last.plusDays(1))).isEqualTo(Account.EXPENSES);
        assertThat(ChartOfAccounts.finance(last.plusDays(1))).isEqualTo(Account.FINANCE);
    }
}

package coop.laborfund.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOfAccountsTest {

    private static final ChartOfAccounts CHART = ChartOfAccounts.latest();

    @ParameterizedTest
    @CsvSource({
        "BANK, 102, ASSET",
        "ADVANCES, 113, ASSET",
        "PAYABLES, 211, LIABILITY",
        "DIVIDENDS_PAYABLE, 222, LIABILITY",
        "SHARES, 301, EQUITY",
        "RESERVE, 322, EQUITY",
        "YEAR_RESULT, 331, EQUITY",
        "APPROPRIATION, 332, EQUITY",
        "OTHER_INCOME, 502, INCOME",
        "RETURNS, 511, INCOME",
        "EXPENSES, 522, EXPENSE",
        "LOSSES, 529, EXPENSE"
    })
    void bearsTheContractsCodes(Account account, String code, AccountClass accountClass) {
        assertThat(CHART.code(account)).isEqualTo(code);
        assertThat(CHART.heading(code).account()).isEqualTo(account);
        assertThat(CHART.heading(code).accountClass()).isEqualTo(accountClass);
        assertThat(CHART.heading(code).name()).isNotBlank();
    }

    @Test
    void knowsNoOtherCode() {
        assertThatThrownBy(() -> CHART.heading("101")).hasMessageContaining("101");
    }
}

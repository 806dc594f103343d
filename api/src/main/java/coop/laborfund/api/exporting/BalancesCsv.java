package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.BalancesAnswer;
import java.io.Writer;

/** Balances as CSV: account, sub, name, balance. */
public final class BalancesCsv {

    private BalancesCsv() {}

    public static void write(Writer out, BalancesAnswer balances) {
        SheetCsv.write(out, Sheets.balances(balances));
    }
}

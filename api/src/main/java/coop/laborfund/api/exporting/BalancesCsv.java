package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.BalancesAnswer;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;

/** Balances as CSV: account, sub, name, balance. */
public final class BalancesCsv {

    private BalancesCsv() {}

    public static void write(Writer out, BalancesAnswer balances) {
        // Not closed: the writer belongs to the caller, and this one holds nothing else.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord("account", "sub", "name", "balance");
        balances.accounts()
                .forEach(account ->
                        csv.writeRecord(account.account(), account.sub(), account.name(), account.balance()));
    }
}

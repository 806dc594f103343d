package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Line;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * A fund's journal as a table, a row a line of an entry, as CSV or as a workbook: date, position, ref, type, account, sub,
 * name, debit, credit, memo. One of debit and credit is empty. The rows of an opening entry have neither position nor ref.
 */
final class JournalTable implements JournalFormat {

    private static final List<Sheet.Column> COLUMNS = List.of(
            new Sheet.Column("date", "日期", 12),
            new Sheet.Column("position", "位置", 10),
            new Sheet.Column("ref", "凭证号", 16),
            new Sheet.Column("type", "业务类型", 18),
            new Sheet.Column("account", "科目", 8),
            new Sheet.Column("sub", "明细", 22),
            new Sheet.Column("name", "科目名称", 14),
            new Sheet.Column("debit", "借方", 16),
            new Sheet.Column("credit", "贷方", 16),
            new Sheet.Column("memo", "摘要", 40));

    private static final String OPENING = "期初余额";

    private final Consumer<List<Sheet.Cell>> rows;

    private JournalTable(Consumer<List<Sheet.Cell>> rows) {
        this.rows = rows;
    }

    /** As CSV, what {@code walk} tells it. */
    static void writeCsv(Writer out, Consumer<JournalFormat> walk) {
        CsvWriter csv = SheetCsv.open(out, COLUMNS);
        walk.accept(new JournalTable(row -> SheetCsv.write(csv, row)));
    }

    /** As a workbook, of the same as {@link #writeCsv}. */
    static void writeWorkbook(OutputStream out, Consumer<JournalFormat> walk) {
        try (Workbook workbook = new Workbook(out);
                Workbook.Rows rows = workbook.rows("日记账", COLUMNS)) {
            walk.accept(new JournalTable(rows::add));
        }
    }

    @Override
    public void heading(String fund, LocalDate first, SortedSet<LedgerAccount> accounts) {
        // The header is the columns'.
    }

    @Override
    public void opening(LocalDate day, SortedMap<LedgerAccount, Fen> balances) {
        balances.forEach((account, balance) -> {
            if (!balance.isZero()) {
                row(day, Sheet.empty(), "", Sheet.empty(), account, balance, OPENING);
            }
        });
    }

    @Override
    public void transaction(Posting posting) {
        for (Line line : posting.lines()) {
            row(
                    posting.date(),
                    Sheet.whole(posting.position()),
                    posting.ref(),
                    Sheet.term(posting.type()),
                    LedgerAccount.of(line),
                    line.amount(),
                    posting.memo());
        }
    }

    @Override
    public void assertions(LocalDate day, String what, SortedMap<LedgerAccount, Fen> balances) {
        // A table of entries has no balances.
    }

    private void row(
            LocalDate date,
            Sheet.Cell position,
            String ref,
            Sheet.Cell type,
            LedgerAccount account,
            Fen amount,
            String memo) {
        rows.accept(List.of(
                Sheet.day(date),
                position,
                Sheet.words(ref),
                type,
                Sheet.words(account.code()),
                Sheet.words(account.sub()),
                Sheet.words(account.heading().name()),
                amount.isNegative() ? Sheet.empty() : Sheet.money(amount),
                amount.isNegative() ? Sheet.money(amount.negate()) : Sheet.empty(),
                Sheet.words(memo)));
    }
}

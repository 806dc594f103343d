package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.DividendCommand.Basis;
import coop.laborfund.ledger.command.DividendCommand.Payee;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The parts that commands are made of, each declared once: what the column holds, how it is read, when it is needed. */
final class Parts {

    static final Part<String> VILLAGE =
            Part.of(ColumnUse.needed(Column.PARTY, "村代码", "village code", CellForm.VILLAGE), RowReader::village);
    static final Part<String> HOUSEHOLD = id(Column.PARTY, "户", "household");
    static final Part<String> COMPANY = id(Column.PARTY, "公司", "company");
    static final Part<String> WORKER = id(Column.PARTY, "劳动力", "worker");
    static final Part<String> RECEIVING_HOUSEHOLD = id(Column.COUNTERPARTY, "转入户", "household that takes over");
    static final Part<String> WORKERS_HOUSEHOLD = id(Column.COUNTERPARTY, "所在户", "the worker's household");
    static final Part<String> EMPLOYER = id(Column.COUNTERPARTY, "用工单位", "employer");
    static final Part<String> PAYING_COMPANY = id(Column.COUNTERPARTY, "公司", "company");
    static final Part<String> ADVANCE = id(Column.ADVANCE, "投放编号", "advance");
    static final Part<String> REVERSED = id(Column.REVERSES, "冲正凭证号", "ref that is reversed");
    static final Part<String> FUND_NAME = text(Column.NAME, "基金名称", "name of the fund");
    static final Part<String> COMPANY_NAME = text(Column.NAME, "公司名称", "name of the company");
    static final Part<String> RESOLUTION = text(Column.RESOLUTION, "决议文号", "resolution");
    static final Part<String> REASON = text(Column.MEMO, "冲正原因", "reason");
    static final Part<String> PROOF = text(Column.MEMO, "证明材料", "proof");
    static final Part<String> COURSE = text(Column.MEMO, "培训内容", "course");

    static final Part<Fen> AMOUNT =
            Part.of(ColumnUse.needed(Column.AMOUNT, "金额", "amount", CellForm.AMOUNT), RowReader::amount);
    static final Part<Rate> RATE =
            Part.of(ColumnUse.needed(Column.RATE, "年利率", "rate", CellForm.RATE), RowReader::rate);
    static final Part<LocalDate> DUE =
            Part.of(ColumnUse.needed(Column.DUE, "到期日", "due date", CellForm.DATE), row -> row.date(Column.DUE));
    static final Part<YearMonth> MONTH =
            Part.of(ColumnUse.needed(Column.MONTH, "月份", "month", CellForm.MONTH), RowReader::month);
    static final Part<Integer> YEAR =
            Part.of(ColumnUse.needed(Column.YEAR, "年度", "year", CellForm.YEAR), RowReader::year);
    static final Part<Integer> SIZE =
            Part.of(ColumnUse.needed(Column.SIZE, "人口", "people", CellForm.SIZE), RowReader::size);
    static final Part<Fen> BALANCE =
            Part.of(ColumnUse.needed(Column.BALANCE, "余额", "balance after it", CellForm.BALANCE), RowReader::balance);

    static final Part<List<String>> BANK_LINES = ids(Column.LINE, "银行流水号", "refs of bank lines");
    static final Part<List<String>> MATCHED = ids(Column.MATCH, "勾对凭证号", "refs of movements");

    static final Part<SortedMap<String, String>> POLICY =
            Part.of(ColumnUse.needed(Column.POLICY, "政策参数", "policy", CellForm.POLICY), RowReader::policy);

    /** A household's name is personal, so it is no part of the command. */
    static final ColumnUse HOUSEHOLD_NAME = ColumnUse.needed(Column.NAME, "户名", "name of the household", CellForm.TEXT)
            .inRegister();

    /** The bank's text may name people. */
    static final ColumnUse BANK_TEXT = ColumnUse.needed(Column.NAME, "银行摘要", "the bank's text", CellForm.TEXT)
            .inRegister();

    /** Exactly one of amount and rate. */
    static final Part<Basis> BASIS = new Part<>(
            List.of(
                    AMOUNT.columns().getFirst().with(new Need.Either(Column.RATE)),
                    RATE.columns().getFirst().with(new Need.Either(Column.AMOUNT))),
            Parts::basis);

    /** Everyone ({@code *}), or one household, all or a part of what it is owed. */
    static final Part<Payee> PAYEE = new Part<>(
            List.of(
                    ColumnUse.needed(Column.PARTY, "户,* 为全部", "household, * for all", CellForm.ID),
                    AMOUNT.columns().getFirst().with(new Need.UnlessEveryone(Column.PARTY))),
            Parts::payee);

    private Parts() {}

    static <W extends Enum<W> & Word> Part<W> word(Column column, Class<W> vocabulary) {
        return Part.of(wordIn(column, vocabulary), row -> row.word(column, vocabulary));
    }

    /** @param missing the word that stands for an empty cell, in the content too */
    static <W extends Enum<W> & Word> Part<W> wordOr(Column column, W missing) {
        return Part.of(
                wordIn(column, missing.getDeclaringClass()).assuming(missing), row -> row.wordOr(column, missing));
    }

    /** Likewise of a column that the type had not from the first: the missing word is no part of the content. */
    static <W extends Enum<W> & Word> Part<W> lateWordOr(Column column, W missing) {
        return Part.of(
                wordIn(column, missing.getDeclaringClass()).assuming(missing), row -> row.lateWordOr(column, missing));
    }

    private static <W extends Enum<W> & Word> ColumnUse wordIn(Column column, Class<W> vocabulary) {
        return ColumnUse.needed(column, column.chinese(), column.key(), CellForm.WORD)
                .with(List.of(vocabulary.getEnumConstants()));
    }

    private static Part<String> id(Column column, String chinese, String english) {
        return Part.of(ColumnUse.needed(column, chinese, english, CellForm.ID), row -> row.id(column));
    }

    private static Part<List<String>> ids(Column column, String chinese, String english) {
        return Part.of(ColumnUse.needed(column, chinese, english, CellForm.IDS), row -> row.ids(column));
    }

    private static Part<String> text(Column column, String chinese, String english) {
        return Part.of(ColumnUse.needed(column, chinese, english, CellForm.TEXT), row -> row.text(column));
    }

    private static Basis basis(RowReader row) {
        if (row.isGiven(Column.AMOUNT) && row.isGiven(Column.RATE)) {
            row.fault(RefusalCode.BAD_AMOUNT, Column.RATE, Map.of("reason", "both"));
        }
        return row.isGiven(Column.RATE) ? new Basis.OfRate(row.rate()) : new Basis.OfAmount(row.amount());
    }

    private static Payee payee(RowReader row) {
        if (!row.isEveryone()) {
            return new Payee.OneHousehold(HOUSEHOLD.read(row), AMOUNT.optional().read(row));
        }
        if (row.isGiven(Column.AMOUNT)) {
            row.fault(RefusalCode.BAD_AMOUNT, Column.AMOUNT, Map.of("reason", "everyone"));
        }
        return new Payee.Everyone();
    }
}

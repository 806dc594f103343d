package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer.DividendLineBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers as tables to export. */
final class Sheets {

    private static final int BASIS_COLUMNS = 7;

    private Sheets() {}

    /** Every account with its balance, debit minus credit. */
    static Sheet balances(BalancesAnswer balances) {
        return new Sheet("余额", balanceColumns(), balanceRows(balances));
    }

    /** The same with the sums of debit and credit balances below, for people. */
    static Sheet balancesWithTotals(BalancesAnswer balances) {
        List<List<Sheet.Cell>> rows = new ArrayList<>(balanceRows(balances));
        rows.add(total("借方合计", balances.debit()));
        rows.add(total("贷方合计", balances.credit()));
        return new Sheet("余额", balanceColumns(), rows);
    }

    private static List<Sheet.Column> balanceColumns() {
        return List.of(
                new Sheet.Column("account", "科目", 8),
                new Sheet.Column("sub", "明细", 26),
                new Sheet.Column("name", "科目名称", 16),
                new Sheet.Column("balance", "余额", 18));
    }

    private static List<List<Sheet.Cell>> balanceRows(BalancesAnswer balances) {
        return balances.accounts().stream()
                .map(account -> List.of(
                        Sheet.words(account.account()),
                        Sheet.words(account.sub()),
                        Sheet.words(account.name()),
                        Sheet.money(account.balance())))
                .toList();
    }

    private static List<Sheet.Cell> total(String what, String amount) {
        return List.of(Sheet.empty(), Sheet.empty(), Sheet.words(what), Sheet.money(amount));
    }

    /** A row for each movement of each account that differs; the account's three figures stand on each of its rows. */
    static Sheet differences(DifferencesAnswer differences) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("account", "科目", 8),
                new Sheet.Column("sub", "明细", 22),
                new Sheet.Column("name", "科目名称", 14),
                new Sheet.Column("before", "之前余额", 16),
                new Sheet.Column("after", "之后余额", 16),
                new Sheet.Column("difference", "差额", 16),
                new Sheet.Column("position", "位置", 10),
                new Sheet.Column("date", "日期", 12),
                new Sheet.Column("ref", "凭证号", 16),
                new Sheet.Column("type", "业务类型", 18),
                new Sheet.Column("amount", "金额", 16),
                new Sheet.Column("memo", "摘要", 40));
        Stream<List<Sheet.Cell>> rows = differences.accounts().stream()
                .flatMap(account -> account.movements().stream()
                        .map(movement -> List.of(
                                Sheet.words(account.account()),
                                Sheet.words(account.sub()),
                                Sheet.words(account.name()),
                                Sheet.money(account.before()),
                                Sheet.money(account.after()),
                                Sheet.money(account.difference()),
                                Sheet.whole(movement.position()),
                                Sheet.day(LocalDate.parse(movement.date())),
                                Sheet.words(movement.ref()),
                                Sheet.type(movement.type()),
                                Sheet.money(movement.amount()),
                                Sheet.words(movement.memo()))));
        return new Sheet("差异", columns, rows.toList());
    }

    /** The households' accounts, a row a movement. */
    static Sheet members(MemberAccountsAnswer members) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("household", "户", 14),
                new Sheet.Column("date", "日期", 12),
                new Sheet.Column("position", "位置", 10),
                new Sheet.Column("ref", "凭证号", 16),
                new Sheet.Column("type", "业务类型", 18),
                new Sheet.Column("shares", "股金增减", 14),
                new Sheet.Column("holding", "股金余额", 14),
                new Sheet.Column("declared", "宣告分红", 14),
                new Sheet.Column("paid", "发放分红", 14),
                new Sheet.Column("unpaid", "未发分红", 14),
                new Sheet.Column("payout", "担保代偿", 14),
                new Sheet.Column("payouts", "代偿累计", 14),
                new Sheet.Column("memo", "摘要", 40),
                new Sheet.Column("year", "分红年度", 10),
                new Sheet.Column("firstDay", "计算起日", 12),
                new Sheet.Column("lastDay", "计算止日", 12),
                new Sheet.Column("rate", "年利率%", 10),
                new Sheet.Column("total", "分红总额", 14),
                new Sheet.Column("shareDays", "股金元日数", 18),
                new Sheet.Column("allShareDays", "全部股金元日数", 18));
        Stream<List<Sheet.Cell>> rows = members.rows().stream()
                .map(row -> Stream.concat(
                                Stream.of(
                                        Sheet.words(row.household()),
                                        Sheet.day(LocalDate.parse(row.date())),
                                        Sheet.whole(row.position()),
                                        Sheet.words(row.ref()),
                                        Sheet.type(row.type()),
                                        Sheet.money(row.shares()),
                                        Sheet.money(row.holding()),
                                        Sheet.money(row.declared()),
                                        Sheet.money(row.paid()),
                                        Sheet.money(row.unpaid()),
                                        Sheet.money(row.payout()),
                                        Sheet.money(row.payouts()),
                                        Sheet.words(row.memo())),
                                basis(row.basis()))
                        .toList());
        return new Sheet("社员账户", columns, rows.toList());
    }

    private static Stream<Sheet.Cell> basis(@Nullable DividendLineBasis basis) {
        return basis == null
                ? Stream.generate(Sheet::empty).limit(BASIS_COLUMNS)
                : Stream.of(
                        Sheet.whole(basis.year()),
                        Sheet.day(LocalDate.parse(basis.firstDay())),
                        Sheet.day(LocalDate.parse(basis.lastDay())),
                        basis.rate() == null ? Sheet.empty() : Sheet.words(basis.rate()),
                        Sheet.money(basis.total()),
                        Sheet.words(basis.shareDays()),
                        Sheet.words(basis.allShareDays()));
    }
}

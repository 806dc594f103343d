package coop.laborfund.api.cli;

import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer.StateOfBooks;
import java.io.PrintWriter;

/** What differs between two states of the books, for terminals: each account, and under it its movements. */
final class DifferencesTable {

    private DifferencesTable() {}

    static void print(PrintWriter out, DifferencesAnswer differences) {
        out.println("之前 before: " + text(differences.before()));
        out.println("之后 after:  " + text(differences.after()));
        TextTable table = new TextTable(
                "科目 account",
                "明细 sub",
                "名称 name",
                ">之前 before",
                ">之后 after",
                ">差额 difference",
                ">位置 position",
                "日期 date",
                "凭证号 ref",
                "业务类型 type",
                "摘要 memo");
        for (DifferencesAnswer.Difference account : differences.accounts()) {
            table.row(
                    account.account(),
                    account.sub(),
                    account.name(),
                    account.before(),
                    account.after(),
                    account.difference(),
                    "",
                    "",
                    "",
                    "",
                    "");
            account.movements()
                    .forEach(moved -> table.row(
                            "",
                            "",
                            "",
                            "",
                            "",
                            moved.amount(),
                            moved.position(),
                            moved.date(),
                            moved.ref(),
                            moved.type(),
                            EvidenceTable.oneLine(moved.memo())));
        }
        table.print(out);
    }

    private static String text(StateOfBooks state) {
        String day = state.asOf() == null ? "全部日期 any day" : state.asOf();
        return day + ",位置 position " + state.position();
    }
}

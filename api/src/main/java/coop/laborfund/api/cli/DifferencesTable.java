package coop.laborfund.api.cli;

import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer.StateOfBooks;
import java.io.PrintWriter;

/** What differs between two states of the books, for terminals: each account, and under it its movements. */
final class DifferencesTable {

    private DifferencesTable() {}

    static void print(PrintWriter out, DifferencesAnswer differences) {
        out.println(CommandWords.heading("before") + ": " + text(differences.before()));
        out.println(CommandWords.heading("after") + ":  " + text(differences.after()));
        TextTable table = new TextTable(
                "account",
                "sub",
                "name",
                ">before",
                ">after",
                ">difference",
                ">position",
                "date",
                "ref",
                "type",
                "memo");
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
        String day = state.asOf() == null ? CommandWords.together("differences.anyDay") : state.asOf();
        return day + "," + CommandWords.heading("position") + " " + state.position();
    }
}

package coop.laborfund.api.answer;

import coop.laborfund.api.answer.StatementAnswer.Line;
import coop.laborfund.api.answer.StatementAnswer.Note;
import coop.laborfund.api.answer.StatementAnswer.Open;
import coop.laborfund.api.answer.StatementAnswer.Reconciled;
import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.statement.AccountBook;
import coop.laborfund.projections.statement.EquityColumn;
import coop.laborfund.projections.statement.EquityRow;
import coop.laborfund.projections.statement.GeneralLedger;
import coop.laborfund.projections.statement.MemberCapital;
import coop.laborfund.projections.statement.MemberCapitals;
import coop.laborfund.projections.statement.Reconciliation;
import coop.laborfund.projections.statement.Reconciliation.OpenItem;
import coop.laborfund.projections.statement.StatementLine;
import coop.laborfund.projections.statement.Statements;
import coop.laborfund.projections.statement.TrialBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the folds say, as answers. */
public final class StatementAnswers {

    /** The levels of a trial balance's rows. */
    private static final int ACCOUNT = 1;

    private static final int DETAIL = 2;

    private StatementAnswers() {}

    public static StatementAnswer balanceSheet(Statements statements) {
        return official(
                StatementForm.BALANCE_SHEET, statements, lines(StatementForm.BALANCE_SHEET, statements.balanceSheet()));
    }

    public static StatementAnswer income(Statements statements) {
        return official(StatementForm.INCOME, statements, lines(StatementForm.INCOME, statements.income()));
    }

    public static StatementAnswer equity(Statements statements) {
        List<Line> lines = new ArrayList<>();
        for (EquityRow row : statements.equity()) {
            Map<String, String> columns = new LinkedHashMap<>();
            row.columns().forEach((column, amount) -> columns.put(key(column), amount.toString()));
            lines.add(line(StatementForm.EQUITY, row.line(), row.total(), row.previous(), columns));
        }
        return official(StatementForm.EQUITY, statements, lines);
    }

    private static String key(EquityColumn column) {
        return switch (column) {
            case SHARES -> "shares";
            case SPECIAL_FUNDS -> "specialFunds";
            case CAPITAL_RESERVE -> "capitalReserve";
            case SURPLUS_RESERVE -> "surplusReserve";
            case UNDISTRIBUTED -> "undistributed";
        };
    }

    private static List<Line> lines(StatementForm form, List<StatementLine> lines) {
        return lines.stream()
                .map(line -> line(form, line.line(), line.amount(), line.previous(), null))
                .toList();
    }

    /** A line that has its name from the form. */
    private static Line line(
            StatementForm form, int number, Fen amount, @Nullable Fen previous, @Nullable Map<String, String> columns) {
        Words name = form.lineName(number);
        return new Line(
                number,
                name.chinese(),
                name.english(),
                amount.toString(),
                previous == null ? null : previous.toString(),
                columns);
    }

    /** A promised and dated return on shares is close to debt in substance (明股实债), whatever the form calls it. */
    private static StatementAnswer official(StatementForm form, Statements statements, List<Line> lines) {
        List<Note> notes = statements.floorRate().tenThousandths() == 0
                ? List.of()
                : List.of(note("note.promisedReturn", statements.floorRate()));
        return new StatementAnswer(
                form.key(),
                statements.fund(),
                statements.asOf().toString(),
                statements.position(),
                null,
                lines,
                null,
                notes);
    }

    public static StatementAnswer trial(TrialBalance trial) {
        List<Line> lines = new ArrayList<>();
        for (TrialBalance.Row row : trial.rows()) {
            lines.add(named(
                    lines,
                    row.name(),
                    row.closing(),
                    row.opening(),
                    columns(
                            "account", row.account(),
                            "level", row.detail() ? DETAIL : ACCOUNT,
                            "sub", row.sub(),
                            "debit", row.debit(),
                            "credit", row.credit())));
        }
        return book(StatementForm.TRIAL, trial.fund(), trial.from(), trial.asOf(), trial.position(), lines);
    }

    public static StatementAnswer general(GeneralLedger ledger) {
        List<Line> lines = new ArrayList<>();
        for (GeneralLedger.Row row : ledger.rows()) {
            lines.add(named(
                    lines,
                    row.name(),
                    row.closing(),
                    row.opening(),
                    columns(
                            "account", row.account(),
                            "month", row.month(),
                            "debit", row.debit(),
                            "credit", row.credit())));
        }
        return book(StatementForm.GENERAL, ledger.fund(), ledger.from(), ledger.asOf(), ledger.position(), lines);
    }

    /** @param form the day book, or the book of any account; its first line is what stood before */
    public static StatementAnswer accountBook(StatementForm form, AccountBook book) {
        Words opening = form.lineName("opening");
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(1, opening.chinese(), opening.english(), book.opening().toString(), null, null));
        for (AccountBook.Row row : book.rows()) {
            lines.add(new Line(
                    lines.size() + 1,
                    row.type().chinese(),
                    row.type().name(),
                    row.balance().toString(),
                    null,
                    columns(
                            "date", row.date(),
                            "position", row.position(),
                            "ref", row.ref(),
                            "sub", row.sub(),
                            "memo", row.memo(),
                            "debit", row.debit(),
                            "credit", row.credit())));
        }
        return book(form, book.fund(), book.from(), book.asOf(), book.position(), lines);
    }

    public static StatementAnswer members(MemberCapitals members) {
        List<Line> lines = new ArrayList<>();
        for (MemberCapital member : members.members()) {
            lines.add(named(
                    lines,
                    member.household(),
                    member.shares(),
                    null,
                    columns(
                            "industryFund", member.industryFund(),
                            "own", member.own(),
                            "declared", member.declared(),
                            "paid", member.paid(),
                            "unpaid", member.unpaid())));
        }
        return book(StatementForm.MEMBERS, members.fund(), null, members.asOf(), members.position(), lines);
    }

    public static StatementAnswer reconciliation(Reconciliation day) {
        List<Line> lines = new ArrayList<>();
        for (Fen amount : ReconciliationLine.amounts(day)) {
            lines.add(line(StatementForm.RECONCILIATION, lines.size() + 1, amount, null, null));
        }
        return new StatementAnswer(
                StatementForm.RECONCILIATION.key(),
                day.fund(),
                day.asOf().toString(),
                day.position(),
                null,
                lines,
                new Reconciled(
                        day.book().toString(),
                        day.bank().toString(),
                        open(day.booksIn()),
                        open(day.booksOut()),
                        open(day.bankIn()),
                        open(day.bankOut()),
                        day.adjustedBook().toString(),
                        day.adjustedBank().toString(),
                        day.difference().toString()),
                day.gaps().stream().map(StatementAnswers::gap).toList());
    }

    private static Note gap(Reconciliation.Gap gap) {
        return switch (gap.kind()) {
            case OPENING -> note("note.opening", gap.amount());
            case STATEMENT -> note("note.statement", gap.amount());
            case MATCHES -> note("note.matches", gap.amount());
        };
    }

    private static Note note(String key, Object argument) {
        Words words = Words.of(Area.STATEMENTS, key, argument);
        return new Note(words.chinese(), words.english());
    }

    private static List<Open> open(List<OpenItem> items) {
        return items.stream()
                .map(item -> new Open(
                        item.ref(), item.date().toString(), item.amount().toString(), item.position()))
                .toList();
    }

    private static StatementAnswer book(
            StatementForm form,
            String fund,
            @Nullable LocalDate from,
            LocalDate asOf,
            long position,
            List<Line> lines) {
        return new StatementAnswer(
                form.key(),
                fund,
                asOf.toString(),
                position,
                from == null ? null : from.toString(),
                lines,
                null,
                List.of());
    }

    /** The next line, whose name says what it is about. */
    private static Line named(
            List<Line> before, String name, Fen amount, @Nullable Fen previous, Map<String, String> columns) {
        return new Line(
                before.size() + 1,
                name,
                null,
                amount.toString(),
                previous == null ? null : previous.toString(),
                columns);
    }

    /** Keys and their values in turn. */
    private static Map<String, String> columns(Object... keysAndValues) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            columns.put(String.valueOf(keysAndValues[i]), String.valueOf(keysAndValues[i + 1]));
        }
        return columns;
    }
}

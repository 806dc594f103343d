package coop.laborfund.api.asking;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.words.Area;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements of a fund as it was imported, beside what the read tables say of it. */
class StatementQuestionsTest {

    private static final Requester SOMEBODY = new Requester("somebody", "test", "1");

    private static List<LedgerNode> held = List.of();

    @BeforeAll
    static void record() {
        LedgerNode node = TestNodes.open();
        held = List.of(node);
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(77, 8, 2021, 3));
    }

    @AfterAll
    static void letGo() {
        held.forEach(LedgerNode::close);
    }

    @Test
    void theBalanceSheetIsThatOfTheReadTablesAtEveryQuartersEnd() {
        for (LocalDate day = LocalDate.of(2021, 3, 31);
                day.getYear() < 2025;
                day = day.plusDays(1).plusMonths(3).minusDays(1)) {
            StatementAnswer sheet = ask(StatementForm.BALANCE_SHEET, day);
            BalancesAnswer balances = held.getFirst()
                    .opened()
                    .part(BookQuestions.class)
                    .balances(SOMEBODY, "F1", day, null)
                    .orElseThrow()
                    .answer();
            assertThat(line(sheet, 1)).isEqualTo(sum(balances, "102"));
            assertThat(line(sheet, 36)).isEqualTo(sum(balances, "301").negate());
            assertThat(line(sheet, 22)).isEqualTo(line(sheet, 42));
            assertThat(line(ask(StatementForm.INCOME, day), 20)).isEqualTo(line(sheet, 40));
            assertThat(line(ask(StatementForm.EQUITY, day), 12)).isEqualTo(line(sheet, 41));
            assertThat(line(ask(StatementForm.RECONCILIATION, day), 9)).isEqualTo(Fen.ZERO);
        }
    }

    /** Whatever is asked for, each line has its name and each column its heading; and no word is there for nothing. */
    @Test
    void everyWordOfAFormIsUsed() {
        Set<String> used =
                new TreeSet<>(List.of("note.opening", "note.statement", "note.matches", "note.promisedReturn"));
        for (StatementForm form : StatementForm.values()) {
            used.add(form.key() + ".title");
            form.columns().stream()
                    .map(column -> List.of("amount", "previous").contains(column.key())
                            ? form.key() + "." + column.key()
                            : "column." + column.key())
                    .forEach(used::add);
            ask(form, LocalDate.of(2022, 12, 31)).lines().stream()
                    .filter(line -> line.nameEn() != null)
                    .map(line -> form.key() + "." + line.line())
                    .filter(Area.STATEMENTS.keys()::contains)
                    .forEach(used::add);
        }
        used.addAll(List.of("daybook.opening", "ledger.opening"));
        assertThat(Area.STATEMENTS.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @EnumSource
    void aFundThatWasNotOpenHasNoStatement(StatementForm form) {
        StatementQuestions questions = held.getFirst().opened().part(StatementQuestions.class);

        assertThat(questions.statement(SOMEBODY, new StatementAsked(form, "F9", null, null, null, "102", null)))
                .isEmpty();
        assertThat(questions.statement(SOMEBODY, new StatementAsked(form, "F1", null, 0L, null, "102", null)))
                .isEmpty();
    }

    private static StatementAnswer ask(StatementForm form, LocalDate day) {
        StatementAsked asked = new StatementAsked(form, "F1", day, null, null, "102", null);
        return held.getFirst()
                .opened()
                .part(StatementQuestions.class)
                .statement(SOMEBODY, asked)
                .orElseThrow()
                .answer();
    }

    private static Fen line(StatementAnswer answer, int number) {
        return answer.lines().stream()
                .filter(line -> line.line() == number)
                .map(line -> Fen.ofYuan(line.amount()))
                .findFirst()
                .orElseThrow();
    }

    private static Fen sum(BalancesAnswer balances, String account) {
        return balances.accounts().stream()
                .filter(balance -> balance.account().equals(account))
                .map(balance -> Fen.ofYuan(balance.balance()))
                .reduce(Fen.ZERO, Fen::plus);
    }
}

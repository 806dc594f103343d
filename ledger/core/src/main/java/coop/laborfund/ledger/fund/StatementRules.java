package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.LINE;
import static coop.laborfund.ledger.command.Column.MATCH;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.StatementCommand;
import coop.laborfund.ledger.command.StatementCommand.MatchBankLines;
import coop.laborfund.ledger.command.StatementCommand.RecordBankLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The bank's lines, and which of them are which movements. */
final class StatementRules {

    private StatementRules() {}

    static Decision decide(FundState state, StatementCommand command, PriorMovements prior) {
        return switch (command) {
            case RecordBankLine c ->
                new Ruling(state, c)
                        .accept(() -> new BankLineRecorded(
                                c.voucher(),
                                c.amount(),
                                c.direction(),
                                c.balance().orElse(null)));
            case MatchBankLines c -> match(state, c, prior);
        };
    }

    private static Decision match(FundState state, MatchBankLines c, PriorMovements prior) {
        Once<Map<String, FundEvent>> lines = new Once<>(() -> prior.eventsOf(c.lines()));
        Once<Map<String, FundEvent>> movements = new Once<>(() -> prior.eventsOf(c.movements()));
        Once<Set<String>> reversed = new Once<>(() -> prior.reversedOf(c.lines()));
        Ruling ruling = new Ruling(state, c);
        each(
                ruling,
                RefusalCode.UNKNOWN_REF,
                LINE,
                c.lines(),
                ref -> !(lines.get().get(ref) instanceof BankLineRecorded)
                        || reversed.get().contains(ref));
        each(
                ruling,
                RefusalCode.UNKNOWN_REF,
                MATCH,
                c.movements(),
                ref -> !isOfBank(movements.get().get(ref)));
        each(ruling, RefusalCode.ALREADY_MATCHED, LINE, c.lines(), state.matches()::contains);
        each(ruling, RefusalCode.ALREADY_MATCHED, MATCH, c.movements(), state.matches()::contains);
        return ruling.refuseIf(
                        RefusalCode.MATCH_DIFFERS,
                        MATCH,
                        () -> !sumOfLines(lines.get().values())
                                .equals(sumOfMovements(movements.get().values())),
                        () -> Map.of(
                                "lines", sumOfLines(lines.get().values()).toString(),
                                "movements",
                                        sumOfMovements(movements.get().values()).toString()))
                .accept(() -> new BankLinesMatched(c.voucher(), c.lines(), c.movements()));
    }

    /** Refuses where one of the refs is wrong, and names the first. */
    private static void each(
            Ruling ruling, RefusalCode code, Column column, List<String> refs, Predicate<String> wrong) {
        ruling.refuseIf(
                code,
                column,
                () -> refs.stream().anyMatch(wrong),
                () -> details(
                        code, column, refs.stream().filter(wrong).findFirst().orElseThrow()));
    }

    /** What is unknown has a sentence a column. */
    private static Map<String, String> details(RefusalCode code, Column column, String ref) {
        return code == RefusalCode.UNKNOWN_REF ? Map.of("reason", column.key(), "ref", ref) : Map.of("ref", ref);
    }

    private static boolean isOfBank(@Nullable FundEvent event) {
        return event != null && Postings.of(event).lines().stream().anyMatch(line -> line.account() == Account.BANK);
    }

    private static Fen sumOfLines(Collection<FundEvent> lines) {
        return lines.stream().map(line -> ((BankLineRecorded) line).signed()).reduce(Fen.ZERO, Fen::plus);
    }

    private static Fen sumOfMovements(Collection<FundEvent> movements) {
        return movements.stream()
                .flatMap(movement -> Postings.of(movement).lines().stream())
                .filter(line -> line.account() == Account.BANK)
                .map(Line::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }
}

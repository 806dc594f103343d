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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
        return matched(
                        unknown(
                                unknown(
                                        ruling,
                                        LINE,
                                        c.lines(),
                                        ref -> lines.get().get(ref) instanceof BankLineRecorded
                                                && !reversed.get().contains(ref)),
                                MATCH,
                                c.movements(),
                                ref -> Optional.ofNullable(movements.get().get(ref))
                                        .filter(StatementRules::isOfBank)
                                        .isPresent()),
                        state,
                        c)
                .refuseIf(
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

    private static Ruling unknown(Ruling ruling, Column column, List<String> refs, Predicate<String> known) {
        return ruling.refuseIf(
                RefusalCode.UNKNOWN_REF,
                column,
                () -> !refs.stream().allMatch(known),
                () -> Map.of(
                        "reason",
                        column.key(),
                        "ref",
                        refs.stream().filter(known.negate()).findFirst().orElseThrow()));
    }

    private static Ruling matched(Ruling ruling, FundState state, MatchBankLines c) {
        for (Map.Entry<Column, List<String>> refs :
                List.of(Map.entry(LINE, c.lines()), Map.entry(MATCH, c.movements()))) {
            ruling.refuseIf(
                    RefusalCode.ALREADY_MATCHED,
                    refs.getKey(),
                    () -> state.matches().firstOf(refs.getValue()).isPresent(),
                    () -> Map.of("ref", state.matches().firstOf(refs.getValue()).orElseThrow()));
        }
        return ruling;
    }

    private static boolean isOfBank(FundEvent event) {
        return Postings.of(event).lines().stream().anyMatch(line -> line.account() == Account.BANK);
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

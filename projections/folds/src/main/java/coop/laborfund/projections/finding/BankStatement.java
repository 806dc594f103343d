package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the bank says and the books do not, or the other way round: lines matched to nothing (17), shares without a receipt (5),
 * dividends whose payment the bank does not confirm (8). Books are asked only for the time that lines were recorded of. Lines and
 * matches that were undone count on no day, whatever the date of their reversal, and a match's own date is not asked.
 */
final class BankStatement extends Check {

    /** Books and bank are to be compared each month. */
    private static final int MATCH_DAYS = 31;

    private final Movements<SharesInvested> invested = keep(SharesInvested.class);
    private final Movements<DividendPaid> paid = keep(DividendPaid.class);
    private final Map<String, Movement<BankLineRecorded>> lines = new LinkedHashMap<>();

    /** How many matches that stand name a ref, of a line or a movement. */
    private final Map<String, Integer> matched = new HashMap<>();

    /** Is handed every event that is known, whatever its date. */
    void look(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        if (event instanceof BankLineRecorded line) {
            lines.put(line.ref(), new Movement<>(recorded, line));
        } else if (event instanceof BankLinesMatched match) {
            count(match, 1);
        } else if (event instanceof MovementReversed reversal) {
            if (reversal.original() instanceof BankLinesMatched match) {
                count(match, -1);
            } else if (reversal.original() instanceof BankLineRecorded line) {
                lines.remove(line.ref());
            }
        }
    }

    private void count(BankLinesMatched match, int by) {
        match.lines().forEach(ref -> matched.merge(ref, by, Integer::sum));
        match.movements().forEach(ref -> matched.merge(ref, by, Integer::sum));
    }

    private boolean isOpen(Movement<?> movement) {
        return matched.getOrDefault(movement.ref(), 0) <= 0;
    }

    @Override
    void tell(View view, Report report) {
        List<Movement<BankLineRecorded>> known = lines.values().stream()
                .filter(line -> !line.date().isAfter(view.day()))
                .sorted(Movement.BY_DATE)
                .toList();
        if (known.isEmpty()) {
            report.noData(5);
            report.noData(17);
            return;
        }
        LocalDate old = view.day().minusDays(MATCH_DAYS);
        List<Movement<BankLineRecorded>> unmatched = known.stream()
                .filter(line -> isOpen(line) && line.date().isBefore(old))
                .toList();
        tell(What.BANK_LINES_UNMATCHED, unmatched, FundEvent::amount, report);
        LocalDate first = known.getFirst().date();
        LocalDate last = known.getLast().date();
        LocalDate until = last.isBefore(old) ? last : old;
        tell(What.SHARES_WITHOUT_RECEIPT, open(invested, first, until), FundEvent::amount, report);
        tell(What.DIVIDEND_UNCONFIRMED, open(paid, first, until), BankStatement::sum, report);
    }

    private <E extends FundEvent> List<Movement<E>> open(Movements<E> movements, LocalDate first, LocalDate until) {
        return movements.byDate().stream()
                .filter(movement -> isOpen(movement)
                        && !movement.date().isBefore(first)
                        && !movement.date().isAfter(until))
                .toList();
    }

    private static Fen sum(DividendPaid paid) {
        return paid.lines().stream().map(DividendLine::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private static <E extends FundEvent> void tell(
            What what, List<Movement<E>> movements, Function<? super E, Fen> amount, Report report) {
        if (movements.isEmpty()) {
            return;
        }
        Fen sum = Fen.ZERO;
        List<Long> positions = new ArrayList<>();
        for (Movement<E> movement : movements) {
            sum = sum.plus(amount.apply(movement.event()));
            positions.add(movement.position());
        }
        Movement<E> first = movements.getFirst();
        report.add(what, first.date(), sum, positions, movements.size(), sum, first.date(), first.ref(), MATCH_DAYS);
    }
}

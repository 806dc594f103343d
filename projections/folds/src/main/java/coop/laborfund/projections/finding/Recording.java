package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.MovementType.Kind;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Postings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How was recorded (14): money long after its date, many reversals in a month, reversals without a reason, and those of money in the
 * bank with nothing in its place. Who recorded is not in the events, so reversals are counted by fund.
 */
final class Recording extends Check {

    /** The days of the ledger are those of its villages. */
    private static final ZoneId VILLAGE = ZoneId.of("Asia/Shanghai");

    private static final int LATE_DAYS = 30;
    private static final int MANY_IN_A_MONTH = 10;
    private static final int REPLACED_WITHIN_DAYS = 30;

    private final List<Movement<MovementReversed>> reversals = new ArrayList<>();

    /** Those of money in the bank that nothing of their type has taken the place of yet. */
    private final Map<MovementType, List<Movement<MovementReversed>>> open = new EnumMap<>(MovementType.class);

    private final Late late = new Late();

    /** What was taken over from older books is later than its date by nature, and is counted apart. */
    private final Late takenOver = new Late();

    /** Movements recorded long after their dates: how many there are, and the first of them. */
    private static final class Late {
        private final List<Long> positions = new ArrayList<>();
        private long number;
        private long mostDays;
        private Fen amount = Fen.ZERO;
        private LocalDate since = LocalDate.MAX;

        private void add(Movement<?> movement, long days) {
            if (positions.size() < Finding.MOST_EVIDENCE) {
                positions.add(movement.position());
            }
            number++;
            mostDays = Math.max(mostDays, days);
            amount = amount.plus(movement.amount());
            since = movement.date().isBefore(since) ? movement.date() : since;
        }

        private void tell(What what, Report report) {
            if (number > 0) {
                report.add(what, since, amount, positions, number, LATE_DAYS, mostDays);
            }
        }
    }

    Recording() {
        onceForMoney(this::look);
        once(MovementReversed.class, this::lookAtReversal);
    }

    private void look(Movement<?> movement) {
        lookAtDays(movement);
        List<Movement<MovementReversed>> waiting = open.get(MovementType.of(movement.event()));
        if (waiting != null) {
            waiting.stream()
                    .filter(reversal -> isNear(reversal, movement))
                    .findFirst()
                    .ifPresent(waiting::remove);
        }
    }

    private void lookAtReversal(Movement<MovementReversed> reversal) {
        FundEvent original = reversal.event().original();
        MovementType type = MovementType.of(original);
        if (type.kind() == Kind.MONEY) {
            reversals.add(reversal);
            if (movesBank(original)) {
                open.computeIfAbsent(type, any -> new ArrayList<>()).add(reversal);
            }
        }
    }

    private static boolean movesBank(FundEvent event) {
        return Postings.of(event).lines().stream().anyMatch(line -> line.account() == Account.BANK);
    }

    private static boolean isNear(Movement<?> reversal, Movement<?> movement) {
        return Math.abs(ChronoUnit.DAYS.between(reversal.date(), movement.date())) <= REPLACED_WITHIN_DAYS;
    }

    /** What was recorded late was so whatever became of it. */
    private void lookAtDays(Movement<?> movement) {
        LocalDate recorded = LocalDate.ofInstant(movement.recorded().recordedAt(), VILLAGE);
        long days = ChronoUnit.DAYS.between(movement.date(), recorded);
        if (days > LATE_DAYS) {
            Late those = movement.recorded().circumstances().isTakenOver() ? takenOver : late;
            those.add(movement, days);
        }
    }

    @Override
    void tell(View view, Report report) {
        late.tell(What.RECORDED_LATE, report);
        takenOver.tell(What.TAKEN_OVER, report);
        SortedMap<YearMonth, List<Movement<MovementReversed>>> months = new TreeMap<>();
        for (Movement<MovementReversed> reversal : reversals) {
            months.computeIfAbsent(YearMonth.from(reversal.date()), any -> new ArrayList<>())
                    .add(reversal);
        }
        months.forEach((month, ofMonth) -> {
            if (ofMonth.size() >= MANY_IN_A_MONTH) {
                report.add(
                        What.MANY_REVERSALS,
                        month.atDay(1),
                        reversed(ofMonth),
                        Movements.positions(ofMonth),
                        month,
                        ofMonth.size());
            }
        });
        lookAtReasons(report);
        for (List<Movement<MovementReversed>> waiting : open.values()) {
            for (Movement<MovementReversed> reversal : waiting) {
                if (reversal.date().plusDays(REPLACED_WITHIN_DAYS).isBefore(view.day())) {
                    tellOpen(reversal, report);
                }
            }
        }
    }

    private void lookAtReasons(Report report) {
        List<Movement<MovementReversed>> without = reversals.stream()
                .filter(reversal -> reversal.memo().isBlank())
                .sorted(Movement.BY_DATE)
                .toList();
        if (!without.isEmpty()) {
            report.add(
                    What.REVERSAL_WITHOUT_REASON,
                    without.getFirst().date(),
                    reversed(without),
                    Movements.positions(without),
                    without.size(),
                    without.getFirst().ref());
        }
    }

    private static void tellOpen(Movement<MovementReversed> reversal, Report report) {
        report.add(
                What.REVERSAL_NOT_REPLACED,
                reversal.date(),
                reversal.event().original().amount(),
                List.of(reversal.position()),
                reversal.ref(),
                reversal.event().original().ref(),
                REPLACED_WITHIN_DAYS);
    }

    private static Fen reversed(List<Movement<MovementReversed>> reversals) {
        Fen sum = Fen.ZERO;
        for (Movement<MovementReversed> reversal : reversals) {
            sum = sum.plus(reversal.event().original().amount());
        }
        return sum;
    }
}

package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the bank's lines of some days say together. */
final class BankStatement {

    /**
     * A line of it.
     *
     * @param amount in positive, out negative; never zero
     * @param balance after it, null where the bank did not say
     */
    record BankLine(
            String ref,
            LocalDate date,
            Fen amount,
            @Nullable Fen balance,
            long position) {

        private boolean isStated() {
            return balance != null;
        }

        private Fen after() {
            return balance == null ? Fen.ZERO : balance;
        }

        private Fen before() {
            return after().minus(amount);
        }
    }

    private final List<BankLine> lines;

    /** @param lines in the order of recording */
    BankStatement(Collection<BankLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The day of the first line. */
    Optional<LocalDate> begins() {
        return lines.stream().map(BankLine::date).min(Comparator.naturalOrder());
    }

    /** What the bank had before the first day's first line; empty where none of that day's says. */
    Optional<Fen> opening() {
        return begins().map(this::statedOn).filter(stated -> !stated.isEmpty()).map(stated -> {
            Set<Fen> afters = new HashSet<>(stated.stream().map(BankLine::after).toList());
            return only(stated, line -> !afters.contains(line.before()))
                    .orElse(stated.getFirst())
                    .before();
        });
    }

    /**
     * The balance that the latest day with one ended with, and what was dated later. A day's last line is the only one that no
     * other continues; where there is no such line, the one that was recorded last.
     */
    Fen balance() {
        Optional<LocalDate> latest =
                lines.stream().filter(BankLine::isStated).map(BankLine::date).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return sum();
        }
        List<BankLine> stated = statedOn(latest.get());
        Set<Fen> befores = new HashSet<>(stated.stream().map(BankLine::before).toList());
        Fen balance = only(stated, line -> !befores.contains(line.after()))
                .orElse(stated.getLast())
                .after();
        for (BankLine line : lines) {
            if (line.date.isAfter(latest.get())) {
                balance = balance.plus(line.amount);
            }
        }
        return balance;
    }

    Fen sum() {
        return lines.stream().map(BankLine::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private List<BankLine> statedOn(LocalDate day) {
        return lines.stream()
                .filter(line -> line.isStated() && line.date.equals(day))
                .toList();
    }

    /** The line of which something holds, where it holds of one alone. */
    private static Optional<BankLine> only(List<BankLine> stated, Predicate<BankLine> holds) {
        List<BankLine> those = stated.stream().filter(holds).toList();
        return those.size() == 1 ? Optional.of(those.getFirst()) : Optional.empty();
    }
}

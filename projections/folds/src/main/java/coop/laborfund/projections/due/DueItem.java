package coop.laborfund.projections.due;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/** One thing that is to be done. Whoever shows it puts it into words, and into the movement that would settle it. */
public sealed interface DueItem {

    /** Since when it is to be done: that day is the first on which it is an item. */
    LocalDate date();

    /** What it is about: an advance, a year, a village, a month, a bank line. */
    String subject();

    /** The money that it is about, zero where it is about none. */
    Fen amount();

    /** The positions of the events that it rests on. */
    SortedSet<Long> evidence();

    /**
     * An advance is to be repaid.
     *
     * @param date the due date that it is judged by
     * @param agreed the one that was agreed last; later where the extension was given too late to count
     * @param amount the principal outstanding
     */
    record AdvanceDue(
            LocalDate date, String company, String advance, LocalDate agreed, Fen amount, SortedSet<Long> evidence)
            implements DueItem {

        @Override
        public String subject() {
            return advance;
        }
    }

    /**
     * A year's promised dividend was not declared, or less of it than was promised.
     *
     * @param rate what the policy promises, percent a year
     * @param declared what was declared for the year
     * @param amount what is lacking
     */
    record FloorDividendDue(LocalDate date, int year, Rate rate, Fen declared, Fen amount, SortedSet<Long> evidence)
            implements DueItem {

        @Override
        public String subject() {
            return String.valueOf(year);
        }
    }

    /**
     * Dividends of a year were declared and not paid.
     *
     * @param households to how many
     */
    record DividendUnpaid(LocalDate date, int year, int households, Fen amount, SortedSet<Long> evidence)
            implements DueItem {

        @Override
        public String subject() {
            return String.valueOf(year);
        }
    }

    /**
     * Money that came in for the village was not handed over.
     *
     * @param received when it came in
     */
    record VillageMoneyHeld(LocalDate date, String village, LocalDate received, Fen amount, SortedSet<Long> evidence)
            implements DueItem {

        @Override
        public String subject() {
            return village;
        }
    }

    /** A month is over and not closed. */
    record MonthToClose(LocalDate date, YearMonth month) implements DueItem {

        @Override
        public String subject() {
            return month.toString();
        }

        @Override
        public Fen amount() {
            return Fen.ZERO;
        }

        @Override
        public SortedSet<Long> evidence() {
            return Collections.emptySortedSet();
        }
    }

    /**
     * A line of the bank's is matched to nothing.
     *
     * @param in whether money came in
     * @param candidate the only movement that the bank has not and that is of the same amount; empty where there is none, or several
     */
    record BankLineOpen(
            LocalDate date, String ref, boolean in, Fen amount, Optional<String> candidate, SortedSet<Long> evidence)
            implements DueItem {

        @Override
        public String subject() {
            return ref;
        }
    }

    /**
     * A quarter is over and its figures were not made public.
     *
     * @param month its last
     */
    record NoticeToPublish(LocalDate date, YearMonth month) implements DueItem {

        @Override
        public String subject() {
            return month.toString();
        }

        @Override
        public Fen amount() {
            return Fen.ZERO;
        }

        @Override
        public SortedSet<Long> evidence() {
            return Collections.emptySortedSet();
        }
    }
}

package coop.laborfund.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 1);

    private static SortedMap<String, String> values(String key, String value) {
        return new TreeMap<>(Map.of(key, value));
    }

    @Test
    void holdsTheContractsDefaultsWhereAFundHasNoneOfItsOwn() {
        Policy policy = PolicyBook.EMPTY.on(DAY);

        assertThat(policy.percent(PolicyKey.FLOOR_RATE)).isEqualTo(Rate.ofPercent("6"));
        assertThat(policy.money(PolicyKey.SHARE_LIMIT)).isEqualTo(Fen.ofYuan("50000"));
        assertThat(policy.percent(PolicyKey.COMPANY_CAP)).isEqualTo(Rate.ofPercent("50"));
        assertThat(policy.percent(PolicyKey.RESERVE_RATE)).isEqualTo(Rate.ofPercent("5"));
        assertThat(policy.whole(PolicyKey.TERM_MONTHS)).isEqualTo(36);
        assertThat(policy.whole(PolicyKey.WAGE_ADVANCE_DAYS)).isEqualTo(60);
        assertThat(policy.whole(PolicyKey.ADVANCE_GRACE_DAYS)).isEqualTo(30);
        assertThat(policy.values()).containsEntry("dividendDue", "12-10");
        assertThat(policy.whole(PolicyKey.DIVIDEND_GRACE_DAYS)).isEqualTo(30);
        assertThat(policy.whole(PolicyKey.STABLE_MONTHS)).isEqualTo(3);
        assertThat(policy.money(PolicyKey.STABLE_WAGE)).isEqualTo(Fen.ofYuan("100"));
        assertThat(policy.percent(PolicyKey.LOSS_TOLERANCE)).isEqualTo(Rate.ofPercent("1"));
        assertThat(policy.monthDay(PolicyKey.FIRST_YEAR_BY)).isEqualTo(MonthDay.of(9, 30));
        assertThat(policy.values()).containsEntry("approvalOver", "");
    }

    @Test
    void takesAYearsAmountElseTheNearestEarlierElseTheEarliest() {
        Policy policy = PolicyBook.EMPTY.on(DAY);

        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2018)).isEqualTo(Fen.ofYuan("3218"));
        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2019)).isEqualTo(Fen.ofYuan("3218"));
        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2020)).isEqualTo(Fen.ofYuan("4000"));
        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2030)).isEqualTo(Fen.ofYuan("4000"));
        assertThat(policy.moneyOf(PolicyKey.COLLECTIVE_TARGET, 2021)).isEqualTo(Fen.ofYuan("20000"));
        assertThat(policy.keyOf(PolicyKey.COLLECTIVE_TARGET, 2023)).isEqualTo("collectiveTarget.2022");
    }

    @Test
    void mergesAFundsOwnYearsWithTheDefaults() {
        Policy policy = PolicyBook.EMPTY
                .with(DAY, values("incomeLine.2021", "4500.00"))
                .with(DAY, values("incomeLine.2010", "2000.00"))
                .on(DAY);

        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2020)).isEqualTo(Fen.ofYuan("4000"));
        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2021)).isEqualTo(Fen.ofYuan("4500"));
        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2018)).isEqualTo(Fen.ofYuan("2000"));
        assertThat(policy.moneyOf(PolicyKey.INCOME_LINE, 2001)).isEqualTo(Fen.ofYuan("2000"));
    }

    @Test
    void doesNotChangeTheBookThatItIsMadeFrom() {
        PolicyBook book = PolicyBook.EMPTY.with(DAY, values("termMonths", "12"));
        book.with(DAY, values("termMonths", "24"));

        assertThat(book.on(DAY).whole(PolicyKey.TERM_MONTHS)).isEqualTo(12);
    }

    /** The model: of the changes up to the day, the last of those with the latest date. */
    @Seeded
    void agreesWithANaiveModelOnEveryDay(Randomly random) {
        PolicyBook book = PolicyBook.EMPTY;
        List<PolicyBook.Change> changes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            PolicyBook.Change change = new PolicyBook.Change(
                    DAY.plusDays(random.between(0, 20)), values("termMonths", String.valueOf(100 + i)));
            changes.add(change);
            book = book.with(change.from(), change.values());
        }

        for (LocalDate day = DAY.minusDays(1); day.isBefore(DAY.plusDays(22)); day = day.plusDays(1)) {
            assertThat(book.on(day).values().get("termMonths")).as("%s", day).isEqualTo(naive(changes, day));
        }
    }

    private static String naive(List<PolicyBook.Change> changes, LocalDate day) {
        LocalDate latest = LocalDate.MIN;
        String value = "36";
        for (PolicyBook.Change change : changes) {
            boolean inForce = !change.from().isAfter(day) && !change.from().isBefore(latest);
            latest = inForce ? change.from() : latest;
            value = inForce ? change.values().getOrDefault("termMonths", value) : value;
        }
        return value;
    }
}

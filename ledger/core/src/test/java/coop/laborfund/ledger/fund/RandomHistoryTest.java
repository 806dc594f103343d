package coop.laborfund.ledger.fund;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.fund.Dividends.Claim;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.PlausibleRows;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.ledger.testing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What holds for a fund whatever the treasurer hands in. */
class RandomHistoryTest {

    private static final int ROWS = 1500;
    private static final LocalDate TODAY = LocalDate.of(2060, 1, 1);

    /** A reversal may be refused right after its original only where it passes a limit that was lowered or passed meanwhile. */
    private static final Set<RefusalCode> LIMITS =
            Set.of(RefusalCode.OVER_SHARE_LIMIT, RefusalCode.OVER_DISTRIBUTABLE_SURPLUS, RefusalCode.PLACEMENT_IN_USE);

    private final RecordedMovements recorded = new RecordedMovements();
    private FundState state = FundState.EMPTY;
    private int reversals;

    @Seeded
    void everyInvariantHoldsAfterEveryMovement(Randomly random) {
        live(random, accepted -> {
            assertEntryBalances(accepted.event());
            assertNoFigureIsBelowZero();
            assertSubLedgersEqualControlAccounts();
        });

        assertThat(recorded.events()).as("accepted of %d rows", ROWS).hasSizeGreaterThan(ROWS / 4);
    }

    @Seeded
    void theBooksEqualAnIndependentSumOfAllLines(Randomly random) {
        live(random, accepted -> {});

        Map<String, Long> sums = recorded.events().stream()
                .flatMap(event -> Postings.of(event).lines().stream())
                .collect(groupingBy(
                        line -> line.account() + ":" + line.sub(),
                        TreeMap::new,
                        summingLong(line -> line.amount().value())));
        sums.values().removeIf(sum -> sum == 0);

        assertThat(balances()).isEqualTo(sums);
    }

    @Seeded
    void replayingTheEventsGivesTheState(Randomly random) {
        live(random, accepted -> {});

        FundState replayed = FundState.EMPTY;
        for (FundEvent event : recorded.events()) {
            replayed = replayed.evolve(event);
        }

        assertThat(replayed).isEqualTo(state);
    }

    @Seeded
    void aBatchDecidesAsItsMovementsDoOneByOne(Randomly random) {
        List<Row> rows = new ArrayList<>();
        PlausibleRows plausible = new PlausibleRows(random);
        for (int i = 0; i < ROWS; i++) {
            Row row = plausible.next(state, recorded);
            rows.add(row);
            decide(row).ifPresent(this::record);
        }

        BatchDecision batch = BatchDecision.of(
                FundState.EMPTY, rows.stream().map(Row::movement).toList(), new RecordedMovements(), TODAY);

        assertThat(batch.accepted()).extracting(Outcome.Accepted::event).isEqualTo(recorded.events());
        assertThat(batch.state()).isEqualTo(state);
    }

    @Seeded
    void aReversalRestoresEveryFigureThatItsOriginalMoved(Randomly random) {
        PlausibleRows plausible = new PlausibleRows(random);
        for (int i = 0; i < ROWS; i++) {
            FundState before = state;
            decide(plausible.next(state, recorded)).ifPresent(accepted -> {
                record(accepted);
                if (MovementType.of(accepted.event()).reversible()) {
                    assertReversible(before, accepted.event());
                }
            });
        }

        assertThat(reversals).as("reversals of %d rows", ROWS).isGreaterThan(ROWS / 8);
    }

    private void assertReversible(FundState before, FundEvent original) {
        Row sameDay = Row.of(original.date() + " REVERSE fund=F1 ref=undo memo=记错 reverses=" + original.ref());
        Row later = sameDay.with("date=" + original.date().plusMonths(14));

        assertThat(restored(sameDay).map(Standing::of)).isIn(Optional.empty(), Optional.of(Standing.of(before)));
        assertThat(restored(later).map(Standing::of).map(Standing::whateverTheDay))
                .isIn(Optional.empty(), Optional.of(Standing.of(before).whateverTheDay()));
    }

    /** The state after a reversal; empty where it would pass a limit. */
    private Optional<FundState> restored(Row reversal) {
        return switch (FundDecider.decide(state, reversal.movement(), recorded, TODAY)) {
            case Outcome.Accepted accepted -> {
                reversals++;
                yield Optional.of(state.evolve(accepted.event()));
            }
            case Outcome.Refused refused -> {
                assertThat(refused.rejection().code()).as("%s", reversal).isIn(LIMITS);
                yield Optional.empty();
            }
            case Outcome.AlreadyRecorded repeat -> throw new AssertionError("a repeat: " + reversal);
        };
    }

    private void live(Randomly random, Consumer<Outcome.Accepted> afterEach) {
        PlausibleRows rows = new PlausibleRows(random);
        for (int i = 0; i < ROWS; i++) {
            decide(rows.next(state, recorded)).ifPresent(accepted -> {
                record(accepted);
                afterEach.accept(accepted);
            });
        }
    }

    private Optional<Outcome.Accepted> decide(Row row) {
        return Optional.of(FundDecider.decide(state, row.movement(), recorded, TODAY))
                .filter(Outcome.Accepted.class::isInstance)
                .map(Outcome.Accepted.class::cast);
    }

    private void record(Outcome.Accepted accepted) {
        state = state.evolve(accepted.event());
        recorded.add(accepted);
    }

    private static void assertEntryBalances(FundEvent event) {
        List<Line> lines = Postings.of(event).lines();

        assertThat(lines.stream().mapToLong(line -> line.amount().value()).sum())
                .as("debits less credits of %s", event)
                .isZero();
        assertThat(lines).noneMatch(line -> line.amount().isZero());
    }

    private void assertNoFigureIsBelowZero() {
        Books books = state.books();

        assertThat(books.cash()).as("102").isGreaterThanOrEqualTo(Fen.ZERO);
        assertThat(subs(Account.ADVANCES))
                .as("113")
                .noneMatch(sub -> sub.getValue().isNegative());
        for (Account owed : List.of(
                Account.SHARES,
                Account.PAYABLES,
                Account.DIVIDENDS_PAYABLE,
                Account.FISCAL_RESERVE,
                Account.DONATED_RESERVE,
                Account.SURPLUS_RESERVE)) {
            assertThat(subs(owed))
                    .as("%s", owed)
                    .noneMatch(sub -> sub.getValue().isPositive());
        }
        state.ownShares()
                .byHousehold()
                .forEach((household, own) ->
                        assertThat(own).as(household).isBetween(Fen.ZERO, books.sharesOf(household)));
        assertThat(books.balance(Account.PAYABLES, Subs.GUARANTEE)).isEqualTo(Fen.ZERO);
    }

    private void assertSubLedgersEqualControlAccounts() {
        state.books()
                .balances()
                .accounts()
                .forEach((account, balances) -> assertThat(sum(balances.subs().values()))
                        .as("the sub-accounts of %s", account)
                        .isEqualTo(balances.total()));
        assertThat(sum(state.advances().outByCompany().values()))
                .as("capital out")
                .isEqualTo(state.books().total(Account.ADVANCES));
        assertThat(sum(claims().stream().map(Claim::unpaid).toList()))
                .as("unpaid dividends")
                .isEqualTo(state.books().total(Account.DIVIDENDS_PAYABLE).negate());
        assertThat(claims())
                .noneMatch(claim -> claim.unpaid().isNegative() || claim.paid().isNegative());
        state.shareHistory()
                .changes()
                .forEach((household, days) -> assertThat(sum(days.values()))
                        .as("shares of %s", household)
                        .isEqualTo(state.books().sharesOf(household)));
    }

    private List<Claim> claims() {
        return state.dividends().years().values().stream()
                .flatMap(year -> year.values().stream())
                .toList();
    }

    private Set<Map.Entry<String, Fen>> subs(Account account) {
        return state.books().balances().of(account).subs().entrySet();
    }

    private static Fen sum(Iterable<Fen> amounts) {
        Fen sum = Fen.ZERO;
        for (Fen amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    private Map<String, Long> balances() {
        Map<String, Long> balances = new TreeMap<>();
        state.books()
                .balances()
                .accounts()
                .forEach((account, ofAccount) ->
                        ofAccount.subs().forEach((sub, balance) -> balances.put(account + ":" + sub, balance.value())));
        return balances;
    }
}

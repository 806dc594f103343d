package coop.laborfund.projections.testing;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Random events of two funds, of every type and well-formed, but under no rule: a read model must show what was
 * recorded, not what should have been. The same seed gives the same history.
 */
public final class RandomHistory {

    public static final List<String> FUNDS = List.of("F1", "基金2");
    public static final int FIRST_YEAR = 2022;
    public static final int YEARS = 4;

    /** Ids whose order by code point is not that of their chars. */
    private static final List<String> HOUSEHOLDS = List.of("H2", "H10", "h1", "户1", "\uF900户", "\uD840\uDC00户");

    private static final List<String> ADVANCES = List.of("A1", "A2", "A3", "A4");
    private static final List<String> COMPANIES = List.of("C1", "C2");
    /** Keys with values by chance, some within a year's reach and some hardly. */
    private static final Map<String, Function<Random, String>> POLICIES = Map.of(
            "reserveRate", random -> String.valueOf(1 + random.nextInt(5)),
            "advanceGraceDays", random -> String.valueOf(random.nextInt(200)),
            "stableMonths", random -> String.valueOf(1 + random.nextInt(5)),
            "stableWage", random -> String.valueOf(random.nextInt(20_000)),
            "firstYearBy", random -> "%02d-15".formatted(1 + random.nextInt(12)),
            "incomeLine.2023", random -> String.valueOf(random.nextInt(100_000)),
            "collectiveTarget.2022", random -> String.valueOf(random.nextInt(1_000_000)));

    private final Random random;
    private final TestHistory history = new TestHistory();
    private final Map<String, List<FundEvent>> reversible = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final List<WorkerPlaced> placements = new ArrayList<>();
    private int refs;

    private RandomHistory(long seed) {
        random = new Random(seed);
    }

    public static TestHistory of(long seed, int events) {
        RandomHistory made = new RandomHistory(seed);
        FUNDS.forEach(made::found);
        for (int i = 0; i < events; i++) {
            made.next(made.pick(FUNDS));
        }
        return made.history;
    }

    private void found(String fund) {
        LocalDate opened = LocalDate.of(FIRST_YEAR, 1 + random.nextInt(6), 5);
        history.record(new FundOpened(
                head(fund, opened), "示例" + fund, TestHistory.VILLAGE, new TreeMap<>(Map.of("floorRate", "8"))));
        COMPANIES.forEach(company -> history.record(new CompanyEnrolled(head(fund, opened), company, "示例公司")));
        for (String household : HOUSEHOLDS) {
            history.record(new HouseholdAdmitted(head(fund, date()), household, 1 + random.nextInt(6)));
            history.record(new WorkerRegistered(head(fund, date()), household + "-1", household));
            history.record(new WorkerRegistered(head(fund, date()), household + "-2", household));
        }
        for (String advance : ADVANCES) {
            record(new CapitalAdvanced(
                    head(fund, date()),
                    advance,
                    pick(COMPANIES),
                    amount(),
                    new Rate(random.nextInt(1_000_000)),
                    date(),
                    "决议",
                    pick(AdvancePurpose.values())));
        }
    }

    private void next(String fund) {
        List<FundEvent> open = reversible.getOrDefault(fund, List.of());
        if (!open.isEmpty() && random.nextInt(8) == 0) {
            FundEvent original = open.remove(random.nextInt(open.size()));
            history.record(new MovementReversed(head(fund, original.date().plusDays(random.nextInt(200))), original));
        } else if (random.nextInt(30) == 0) {
            setup(fund);
        } else {
            record(pick(KINDS).apply(this).apply(head(fund, date())));
        }
    }

    private void record(FundEvent event) {
        history.record(event);
        if (MovementType.of(event).reversible()) {
            reversible.computeIfAbsent(event.fund(), fund -> new ArrayList<>()).add(event);
        }
    }

    private void setup(String fund) {
        Voucher head = head(fund, date());
        switch (random.nextInt(4)) {
            case 0 -> {
                String key = pick(List.copyOf(new TreeSet<>(POLICIES.keySet())));
                String value = Objects.requireNonNull(POLICIES.get(key)).apply(random);
                history.record(new PolicySet(head, new TreeMap<>(Map.of(key, value)), "决议"));
            }
            case 1 -> {
                String household = household();
                if (left.add(fund + household)) {
                    history.record(new HouseholdLeft(head, household));
                }
            }
            case 2 -> history.record(new AdvanceExtended(head, pick(ADVANCES), date(), "决议"));
            default -> {
                YearMonth month = YearMonth.from(head.date());
                Fen balance = amount();
                history.record(new MonthClosed(
                        head, month, List.of(new YearResult("522", "", balance)), amount(), pick(Rules.values())));
            }
        }
    }

    private static final List<Function<RandomHistory, Function<Voucher, FundEvent>>> KINDS = List.of(
            r -> head -> new HouseholdChanged(head, r.household(), 1 + r.random.nextInt(6)),
            r -> head -> new SharesInvested(head, r.household(), r.amount(), r.pick(ShareSource.values())),
            r -> r::withdrawal,
            r -> head -> new SharesTransferred(head, HOUSEHOLDS.get(0), HOUSEHOLDS.get(1), r.amount(), Fen.ZERO),
            r -> r::loss,
            r -> head -> new AdvanceRepaid(head, r.pick(ADVANCES), r.pick(COMPANIES), r.amount()),
            r -> head -> new ReturnReceived(head, r.pick(ADVANCES), r.pick(COMPANIES), r.amount()),
            r -> head -> new AdvanceWrittenOff(head, r.pick(ADVANCES), r.pick(COMPANIES), r.amount(), "决议"),
            r -> head -> new WriteOffRecovered(head, r.pick(ADVANCES), r.pick(COMPANIES), r.amount()),
            r -> r::recovery,
            r -> head -> new DepositReceived(head, r.pick(COMPANIES), r.amount()),
            r -> head -> new DepositRefunded(head, r.pick(COMPANIES), r.amount()),
            r -> head -> new CollectiveIncomeRecorded(
                    head,
                    TestHistory.VILLAGE,
                    r.amount(),
                    r.pick(IncomeSource.values()),
                    r.pick(IncomeRoute.values()),
                    r.pick(Rules.values())),
            r -> head -> new CollectiveIncomeRemitted(head, TestHistory.VILLAGE, r.amount()),
            r -> head -> new OtherIncomeReceived(head, r.amount()),
            r -> head -> new ExpensePaid(head, r.amount(), r.pick(Rules.values())),
            r -> head -> new BankInterestReceived(head, r.amount()),
            r -> head -> new BankFeePaid(head, r.amount()),
            r -> head -> new ReserveAppropriated(head, r.amount(), r.pick(Rules.values())),
            r -> head -> new ReserveFunded(head, r.amount(), r.pick(ReserveSource.values()), r.pick(Rules.values())),
            r -> head -> new DividendDeclared(head, r.year(), null, r.lines(), null, r.pick(Rules.values())),
            r -> head -> new DividendPaid(head, r.year(), r.lines()),
            r -> head -> new DividendPaymentReturned(head, r.year(), r.household(), r.amount()),
            r -> r::payout,
            r -> r::placement,
            r -> r::placement,
            r -> r::wage,
            r -> r::wage,
            r -> r::wage,
            r -> head -> new TrainingCompleted(head, r.worker()),
            r -> head -> new BankLineRecorded(head, r.amount(), r.pick(BankDirection.values()), r.amount()),
            r -> head -> new BankLinesMatched(head, List.of("B1"), List.of("R1")),
            r -> head -> new HouseholdIncomeRecorded(
                    head, r.household(), r.year(), r.amount(), r.pick(HouseholdIncomeSource.values())));

    /** Begins a placement, or ends an earlier one of the fund. */
    private FundEvent placement(Voucher head) {
        for (WorkerPlaced open : placements) {
            if (open.fund().equals(head.fund()) && random.nextBoolean()) {
                placements.remove(open);
                return new PlacementEnded(head, open.worker(), open.employer(), open.ref());
            }
        }
        WorkerPlaced placed = new WorkerPlaced(head, worker(), pick(COMPANIES), pick(PlacementKind.values()));
        placements.add(placed);
        return placed;
    }

    private FundEvent wage(Voucher head) {
        String household = household();
        YearMonth month = YearMonth.of(year(), 1 + random.nextInt(12));
        return new WageConfirmed(
                head, household + "-" + (1 + random.nextInt(2)), household, pick(COMPANIES), month, amount());
    }

    private FundEvent payout(Voucher head) {
        Guarantee guarantee = pick(Guarantee.values());
        boolean capital = guarantee == Guarantee.CAPITAL_SAFETY;
        return new GuaranteePaid(
                head,
                guarantee,
                pick(GuaranteePayer.values()),
                amount(),
                year(),
                capital ? pick(ADVANCES) : null,
                capital ? pick(COMPANIES) : null,
                guarantee == Guarantee.EMPLOYMENT_INCOME ? household() : null,
                pick(COMPANIES),
                null,
                null,
                Rules.V1);
    }

    private FundEvent withdrawal(Voucher head) {
        Fen own = amount();
        return new SharesWithdrawn(head, household(), own.plus(amount()), own);
    }

    private FundEvent loss(Voucher head) {
        LossLine line = new LossLine(household(), amount(), Fen.ZERO);
        LossSource source = pick(LossSource.values());
        return new LossAllocated(
                head, line.amount(), source, "决议", source == LossSource.SHARES ? List.of(line) : List.of());
    }

    private FundEvent recovery(Voucher head) {
        ReserveParts parts = new ReserveParts(amount(), amount(), amount());
        return new PayoutRecovered(head, pick(ADVANCES), pick(COMPANIES), parts.total(), parts);
    }

    private List<DividendLine> lines() {
        return HOUSEHOLDS.stream()
                .limit(1L + random.nextInt(HOUSEHOLDS.size()))
                .map(household -> new DividendLine(household, amount()))
                .toList();
    }

    private Voucher head(String fund, LocalDate date) {
        return new Voucher(fund, "V" + ++refs, date, random.nextInt(5) == 0 ? "摘要\t带\\制表符\n换行" : "");
    }

    private LocalDate date() {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(365 * YEARS));
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    private Fen amount() {
        return Fen.of(1 + random.nextInt(2_000_000));
    }

    private String household() {
        return pick(HOUSEHOLDS);
    }

    private String worker() {
        return household() + "-1";
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    @SafeVarargs
    private final <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }

    /** A day and a knowing of a fund's history, both by chance. */
    public static Scope scope(Random random, TestHistory history, String fund) {
        LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(365 * (YEARS + 1)));
        return new Scope(
                fund,
                random.nextInt(5) == 0 ? Scope.ANY_DAY : day,
                random.nextInt(3) == 0 ? history.lastPosition() : random.nextLong(history.lastPosition() + 2));
    }
}

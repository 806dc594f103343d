package coop.laborfund.projections.due;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.due.DueItem.AdvanceDue;
import coop.laborfund.projections.due.DueItem.BankLineOpen;
import coop.laborfund.projections.due.DueItem.DividendUnpaid;
import coop.laborfund.projections.due.DueItem.FloorDividendDue;
import coop.laborfund.projections.due.DueItem.MonthToClose;
import coop.laborfund.projections.due.DueItem.NoticeToPublish;
import coop.laborfund.projections.due.DueItem.VillageMoneyHeld;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceFlow;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.guarantee.Policies;
import coop.laborfund.projections.guarantee.PolicyInForce;
import coop.laborfund.projections.guarantee.VillageHoldings;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.statement.Reconciliation;
import coop.laborfund.projections.statement.Reconciliation.OpenItem;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is due on a day in what the facts add up to. */
final class Dues {

    private static final int MONTHS_OF_QUARTER = 3;

    private final LocalDate day;
    private final DueFacts facts;
    private final Policies rules;
    private final List<DueItem> items = new ArrayList<>();

    Dues(LocalDate day, DueFacts facts) {
        this.day = day;
        this.facts = facts;
        rules = facts.rules();
    }

    /** By date; the sort is stable, so that of one day the order of the kinds stays. */
    List<DueItem> of(List<Balance> balances, Reconciliation bank, Set<YearMonth> published) {
        facts.opening().ifPresent(opening -> {
            advances(balances);
            floorDividends(opening);
            unpaidDividends();
            villageMoney(opening);
            months(opening);
            bankLines(bank);
            notices(opening, published);
        });
        return items.stream().sorted(Comparator.comparing(DueItem::date)).toList();
    }

    private void add(DueItem item) {
        if (!item.date().isAfter(day)) {
            items.add(item);
        }
    }

    private void advances(List<Balance> balances) {
        Map<AccountKey, Fen> outstanding = balances.stream()
                .collect(
                        Collectors.toMap(balance -> new AccountKey(balance.account(), balance.sub()), Balance::amount));
        Map<String, List<AdvanceExtension>> extensions =
                facts.extensions.all().stream().collect(Collectors.groupingBy(AdvanceExtension::advance));
        Map<String, List<AdvanceFlow>> flows =
                facts.flows.all().stream().collect(Collectors.groupingBy(AdvanceFlow::advance));
        for (AdvanceTerms terms : facts.advances.all()) {
            AccountKey account = new AccountKey(
                    ChartOfAccounts.code(Account.ADVANCES), Subs.advance(terms.company(), terms.advance()));
            Fen principal = outstanding.getOrDefault(account, Fen.ZERO);
            if (principal.isPositive()) {
                add(advance(
                        terms,
                        principal,
                        extensions.getOrDefault(terms.advance(), List.of()),
                        flows.getOrDefault(terms.advance(), List.of())));
            }
        }
    }

    private AdvanceDue advance(
            AdvanceTerms terms, Fen principal, List<AdvanceExtension> extended, List<AdvanceFlow> flows) {
        Stream<Fact> evidence = Stream.of(List.of(terms), extended, flows).flatMap(List::stream);
        return new AdvanceDue(
                rules.dues(terms, extended).getLast(),
                terms.company(),
                terms.advance(),
                extended.isEmpty() ? terms.due() : extended.getLast().due(),
                principal,
                positions(evidence.map(Fact::position)));
    }

    private void floorDividends(FundOpening opening) {
        for (int year = opening.date().getYear(); year <= day.getYear(); year++) {
            floorDividend(year);
        }
    }

    /** What was declared is measured by its own day, since a dividend is counted up to that; what was not, by the day it is due. */
    private void floorDividend(int year) {
        PolicyInForce policy = policyOf(year);
        Rate rate = policy.policy().percent(PolicyKey.FLOOR_RATE);
        LocalDate due = dueDay(policy, year);
        DividendYear dividends = facts.dividends(year);
        LocalDate counted = dividends.lastDeclared().orElse(due);
        Fen promised = facts.shares.dividend(rate, LocalDate.ofYearDay(year, 1), earlier(counted, lastDay(year)));
        if (promised.exceeds(dividends.declared())) {
            Stream<Long> evidence = Stream.concat(
                    dividends.declaring(),
                    Stream.of(PolicyKey.FLOOR_RATE, PolicyKey.DIVIDEND_DUE).flatMap(policy::evidence));
            add(new FloorDividendDue(
                    due, year, rate, dividends.declared(), promised.minus(dividends.declared()), positions(evidence)));
        }
    }

    private void unpaidDividends() {
        facts.dividends().forEach((year, dividends) -> {
            List<Fen> owed = dividends.owed();
            dividends.lastDeclared().filter(declared -> !owed.isEmpty()).ifPresent(declared -> {
                LocalDate due = dueDay(policyOf(year), year);
                add(new DividendUnpaid(
                        due.isBefore(declared) ? declared : due,
                        year,
                        owed.size(),
                        owed.stream().reduce(Fen.ZERO, Fen::plus),
                        positions(dividends.movements())));
            });
        });
    }

    private void villageMoney(FundOpening opening) {
        for (VillageHoldings.Open open : facts.village.open()) {
            VillageIncome income = open.income();
            add(new VillageMoneyHeld(
                    income.date().plusDays(VillageHoldings.DAYS_TO_REMIT),
                    opening.village(),
                    income.date(),
                    open.rest(),
                    positions(Stream.of(income.position()))));
        }
    }

    private void months(FundOpening opening) {
        Set<YearMonth> closed = facts.closed();
        for (YearMonth month : ended(opening)) {
            if (!closed.contains(month)) {
                add(new MonthToClose(month.plusMonths(1).atDay(1), month));
            }
        }
    }

    private void notices(FundOpening opening, Set<YearMonth> published) {
        for (YearMonth month : ended(opening)) {
            if (month.getMonthValue() % MONTHS_OF_QUARTER == 0 && !published.contains(month)) {
                add(new NoticeToPublish(month.plusMonths(1).atDay(1), month));
            }
        }
    }

    /** The months that are over, from that of the opening on. */
    private List<YearMonth> ended(FundOpening opening) {
        YearMonth first = YearMonth.from(opening.date());
        return Stream.iterate(first, month -> month.isBefore(YearMonth.from(day)), month -> month.plusMonths(1))
                .toList();
    }

    private void bankLines(Reconciliation bank) {
        Map<String, Long> postings = Stream.concat(bank.booksIn().stream(), bank.booksOut().stream())
                .collect(Collectors.groupingBy(OpenItem::ref, Collectors.counting()));
        Map<Fen, List<String>> in = candidates(bank.booksIn(), postings);
        Map<Fen, List<String>> out = candidates(bank.booksOut(), postings);
        bank.bankIn().forEach(line -> bankLine(line, true, in.getOrDefault(line.amount(), List.of())));
        bank.bankOut().forEach(line -> bankLine(line, false, out.getOrDefault(line.amount(), List.of())));
    }

    /** The movements of one way by their amount; what only passed through the bank is not one line's match. */
    private static Map<Fen, List<String>> candidates(List<OpenItem> movements, Map<String, Long> postings) {
        return movements.stream()
                .filter(movement -> postings.getOrDefault(movement.ref(), 0L) == 1)
                .collect(Collectors.groupingBy(
                        OpenItem::amount, Collectors.mapping(OpenItem::ref, Collectors.toList())));
    }

    private void bankLine(OpenItem line, boolean in, List<String> candidates) {
        add(new BankLineOpen(
                line.date(),
                line.ref(),
                in,
                line.amount(),
                candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty(),
                positions(Stream.of(line.position()))));
    }

    /** As of the year's last day, or of the day asked about while the year is not over. */
    private PolicyInForce policyOf(int year) {
        return rules.on(earlier(day, lastDay(year)));
    }

    private static LocalDate dueDay(PolicyInForce policy, int year) {
        return policy.policy().monthDay(PolicyKey.DIVIDEND_DUE).atYear(year);
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, Month.DECEMBER, Month.DECEMBER.maxLength());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static SortedSet<Long> positions(Stream<Long> positions) {
        return positions.collect(Collectors.toCollection(TreeSet::new));
    }
}

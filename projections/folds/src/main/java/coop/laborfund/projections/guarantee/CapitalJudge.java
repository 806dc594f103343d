package coop.laborfund.projections.guarantee;

import static coop.laborfund.ledger.policy.PolicyKey.ADVANCE_GRACE_DAYS;
import static coop.laborfund.ledger.policy.PolicyKey.RESERVE_RATE;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.query.Balance;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges the safety of the fund's capital (资金安全). */
final class CapitalJudge {

    /**
     * An advance on the day.
     *
     * @param outstanding its principal as it stands, below zero too
     * @param due the latest of its own and its extensions'
     */
    private record Advance(Fen outstanding, LocalDate due) {}

    private CapitalJudge() {}

    static CapitalSafety judge(GuaranteeFacts facts, PolicyInForce policy) {
        Books books = new Books(facts.balances());
        List<Advance> advances = facts.advances().stream()
                .map(terms -> advance(books, terms, facts.extensions()))
                .toList();
        int grace = policy.policy().whole(ADVANCE_GRACE_DAYS);
        Fen good = Judge.sum(
                advances.stream()
                        .filter(advance -> !facts.asOf().isAfter(advance.due.plusDays(grace)))
                        .toList(),
                Advance::outstanding);
        Fen shares = books.of(Account.SHARES).negate();
        Fen outstanding = books.of(Account.ADVANCES);
        Fen reserve = books.of(Account.RESERVE, Subs.RISK::equals).negate();
        Fen coverage = books.of(Account.BANK)
                .plus(books.of(Account.DIVIDENDS_PAYABLE))
                .plus(books.of(Account.PAYABLES, CapitalJudge::isOwedToOthers))
                .plus(good);
        boolean overdue = advances.stream()
                .anyMatch(advance -> facts.asOf().isAfter(advance.due) && advance.outstanding.isPositive());
        boolean reserved =
                !policy.policy().percent(RESERVE_RATE).floorOf(outstanding).exceeds(reserve);
        Verdict verdict =
                shares.exceeds(coverage) ? Verdict.BREACHED : overdue || !reserved ? Verdict.AT_RISK : Verdict.MET;
        return new CapitalSafety(
                verdict,
                shares,
                coverage,
                outstanding,
                good,
                reserve,
                Judge.lacking(shares, coverage),
                evidence(facts, policy));
    }

    private static Advance advance(Books books, AdvanceTerms terms, List<AdvanceExtension> extensions) {
        String sub = Subs.advance(terms.company(), terms.advance());
        return new Advance(books.of(Account.ADVANCES, sub::equals), AdvanceExtension.due(terms, extensions));
    }

    /** A company's deposit stands for what the company owes; the rest of 211 is other people's money. */
    private static boolean isOwedToOthers(String sub) {
        return !Subs.isDeposit(sub);
    }

    /** What moved one of the figures' accounts, and what moved a due date. */
    private static SortedSet<Long> evidence(GuaranteeFacts facts, PolicyInForce policy) {
        Stream<Long> moved = facts.lines().stream()
                .filter(line -> enters(ChartOfAccounts.headingOf(line.account()).account(), line.sub()))
                .map(line -> line.position());
        return Judge.evidence(List.of(
                moved,
                Judge.positions(facts.extensions()),
                policy.evidence(ADVANCE_GRACE_DAYS),
                policy.evidence(RESERVE_RATE)));
    }

    private static boolean enters(Account account, String sub) {
        return switch (account) {
            case BANK, ADVANCES, DIVIDENDS_PAYABLE, SHARES -> true;
            case PAYABLES -> isOwedToOthers(sub);
            case RESERVE -> sub.equals(Subs.RISK);
            case YEAR_RESULT, APPROPRIATION, RETURNS, OTHER_INCOME, EXPENSES, LOSSES -> false;
        };
    }

    /** Balances by account. */
    private record Books(List<Balance> balances) {

        Fen of(Account account) {
            return of(account, sub -> true);
        }

        Fen of(Account account, Predicate<String> subs) {
            String code = ChartOfAccounts.latest().code(account);
            return Judge.sum(
                    balances.stream()
                            .filter(balance -> balance.account().equals(code) && subs.test(balance.sub()))
                            .toList(),
                    Balance::amount);
        }
    }
}

package coop.laborfund.projections.guarantee;

import static coop.laborfund.ledger.policy.PolicyKey.COLLECTIVE_TARGET;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Payouts.Payout;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives the three verdicts. Pure: knows facts and policy, neither database nor clock. */
public final class Judge {

    private Judge() {}

    public static Verdicts judge(GuaranteeFacts facts) {
        PolicyInForce policy = PolicyInForce.on(facts.yearsDay(), facts.policies());
        return new Verdicts(
                facts.scope().fund(),
                facts.year(),
                facts.asOf(),
                facts.scope().knownAt(),
                policy.policy().values(),
                CapitalJudge.judge(facts, PolicyInForce.on(facts.asOf(), facts.policies())),
                collectiveIncome(facts, policy),
                EmploymentJudge.judge(facts, policy));
    }

    private static CollectiveIncomeTarget collectiveIncome(GuaranteeFacts facts, PolicyInForce policy) {
        List<VillageIncome> income = facts.villageIncome().stream()
                .filter(row -> row.source() != IncomeSource.SUBSIDY)
                .toList();
        List<Payout> payouts = facts.payouts(Guarantee.COLLECTIVE_INCOME);
        Fen earned = sum(income, VillageIncome::amount);
        Fen paid = sum(payouts, Payout::amount);
        Fen target = policy.policy().moneyOf(COLLECTIVE_TARGET, facts.year());
        return new CollectiveIncomeTarget(
                facts.opening().village(),
                collectiveVerdict(facts, earned, earned.plus(paid), target),
                earned,
                paid,
                target,
                lacking(target, earned.plus(paid)),
                evidence(List.of(
                        positions(income), positions(payouts), policy.evidence(COLLECTIVE_TARGET, facts.year()))));
    }

    private static Verdict collectiveVerdict(GuaranteeFacts facts, Fen earned, Fen withPaid, Fen target) {
        if (facts.notStarted()) {
            return Verdict.NOT_STARTED;
        }
        if (!target.exceeds(earned)) {
            return Verdict.MET;
        }
        if (!target.exceeds(withPaid)) {
            return Verdict.MET_BY_PAYOUT;
        }
        if (facts.yearIsOver()) {
            return Verdict.BREACHED;
        }
        ShareOfYear share = ShareOfYear.on(facts.asOf(), facts.year());
        return share.isReached(withPaid.value(), target.value()) ? Verdict.ON_TRACK : Verdict.AT_RISK;
    }

    static <T> Fen sum(Collection<T> rows, Function<T, Fen> amount) {
        return rows.stream().map(amount).reduce(Fen.ZERO, Fen::plus);
    }

    /** What is lacking to {@code needed}, zero or more. */
    static Fen lacking(Fen needed, Fen had) {
        return needed.minus(had).max(Fen.ZERO);
    }

    static Stream<Long> positions(Collection<? extends Fact> facts) {
        return facts.stream().map(Fact::position);
    }

    static SortedSet<Long> evidence(List<Stream<Long>> positions) {
        return positions.stream().flatMap(some -> some).collect(Collectors.toCollection(TreeSet::new));
    }
}

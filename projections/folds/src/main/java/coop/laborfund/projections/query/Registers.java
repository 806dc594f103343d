package coop.laborfund.projections.query;

import static java.util.stream.Collectors.groupingBy;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceFlow;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.Advances.FlowKind;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fact.Labor.Placement;
import coop.laborfund.projections.fact.Labor.PlacementEnd;
import coop.laborfund.projections.fact.Labor.Worker;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Shares.ShareChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registers that a cooperative keeps, each a fold of the facts that count in a scope. */
public final class Registers {

    /**
     * A household in the share register (股金台账).
     *
     * @param size its people
     * @param left when it left, null while it is a member
     * @param shares what it holds
     */
    public record Holding(
            String household,
            int size,
            LocalDate joined,
            @Nullable LocalDate left,
            Fen shares) {}

    /**
     * An advance in the advance book (投放台账).
     *
     * @param due the latest due date, extensions included
     * @param flows what came of it, by kind; kinds without money are absent
     * @param outstanding principal that is out
     */
    public record AdvanceState(AdvanceTerms terms, LocalDate due, Map<FlowKind, Fen> flows, Fen outstanding) {

        public Fen flow(FlowKind kind) {
            return flows.getOrDefault(kind, Fen.ZERO);
        }
    }

    /**
     * A household's dividend for a year (分红台账).
     *
     * @param paid less what came back
     */
    public record DividendState(int year, String household, Fen declared, Fen paid) {

        public Fen unpaid() {
            return declared.minus(paid);
        }
    }

    /**
     * A placement (就业台账).
     *
     * @param household the worker's
     * @param ended when it ended, null while it is open
     */
    public record PlacementState(
            String worker,
            String household,
            String employer,
            PlacementKind kind,
            LocalDate began,
            @Nullable LocalDate ended) {}

    private Registers() {}

    /** Every household ever admitted, by id. */
    public static List<Holding> shares(FactSource facts, Scope scope) {
        Map<String, Fen> shares = facts.counted(ShareChange.class, scope).stream()
                .collect(Collectors.toMap(ShareChange::household, ShareChange::amount, Fen::plus));
        Map<String, LocalDate> left = facts.counted(Departure.class, scope).stream()
                .collect(Collectors.toMap(Departure::household, Departure::date));
        Map<String, SizeChange> sizes = facts.counted(SizeChange.class, scope).stream()
                .collect(Collectors.toMap(SizeChange::household, Function.identity(), SizeChange::later));
        return facts.counted(Admission.class, scope).stream()
                .sorted(Comparator.comparing(Admission::household, Ids.ORDER))
                .map(admission -> new Holding(
                        admission.household(),
                        sizes.containsKey(admission.household())
                                ? Objects.requireNonNull(sizes.get(admission.household()))
                                        .size()
                                : admission.size(),
                        admission.date(),
                        left.get(admission.household()),
                        shares.getOrDefault(admission.household(), Fen.ZERO)))
                .toList();
    }

    /** Every advance, in the order of recording. */
    public static List<AdvanceState> advances(FactSource facts, Scope scope) {
        Map<String, List<AdvanceFlow>> flows =
                facts.counted(AdvanceFlow.class, scope).stream().collect(groupingBy(AdvanceFlow::advance));
        List<AdvanceExtension> extensions = facts.counted(AdvanceExtension.class, scope);
        return facts.counted(AdvanceTerms.class, scope).stream()
                .map(terms -> advance(
                        terms, AdvanceExtension.due(terms, extensions), flows.getOrDefault(terms.advance(), List.of())))
                .toList();
    }

    private static AdvanceState advance(AdvanceTerms terms, LocalDate due, List<AdvanceFlow> flows) {
        Map<FlowKind, Fen> amounts =
                flows.stream().collect(Collectors.toMap(AdvanceFlow::kind, AdvanceFlow::amount, Fen::plus));
        Fen settled = flows.stream()
                .filter(flow -> flow.kind().settlesPrincipal())
                .map(AdvanceFlow::amount)
                .reduce(Fen.ZERO, Fen::plus);
        return new AdvanceState(terms, due, amounts, terms.amount().minus(settled));
    }

    /** Every dividend line, by year and household. */
    public static List<DividendState> dividends(FactSource facts, Scope scope) {
        SortedMap<Integer, SortedMap<String, List<DividendAmount>>> years = new TreeMap<>();
        for (DividendAmount amount : facts.counted(DividendAmount.class, scope)) {
            years.computeIfAbsent(amount.year(), year -> new TreeMap<>(Ids.ORDER))
                    .computeIfAbsent(amount.household(), household -> new ArrayList<>())
                    .add(amount);
        }
        List<DividendState> states = new ArrayList<>();
        years.forEach((year, households) -> households.forEach((household, amounts) -> states.add(new DividendState(
                year,
                household,
                sum(amounts, DividendKind.DECLARED),
                sum(amounts, DividendKind.PAID).minus(sum(amounts, DividendKind.RETURNED))))));
        return states;
    }

    private static Fen sum(List<DividendAmount> amounts, DividendKind kind) {
        return amounts.stream()
                .filter(amount -> amount.kind() == kind)
                .map(DividendAmount::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** Every placement, in the order of recording. */
    public static List<PlacementState> placements(FactSource facts, Scope scope) {
        Map<String, LocalDate> ends = facts.counted(PlacementEnd.class, scope).stream()
                .collect(Collectors.toMap(PlacementEnd::placement, PlacementEnd::date));
        Map<String, String> households = facts.counted(Worker.class, scope).stream()
                .collect(Collectors.toMap(Worker::worker, Worker::household));
        Stream<Placement> placements = facts.counted(Placement.class, scope).stream();
        return placements
                .map(placement -> new PlacementState(
                        placement.worker(),
                        households.getOrDefault(placement.worker(), ""),
                        placement.employer(),
                        placement.kind(),
                        placement.date(),
                        ends.get(placement.ref())))
                .toList();
    }
}

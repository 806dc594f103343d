package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.finding.Keeping.Interest;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.FundTotals;
import coop.laborfund.projections.guarantee.Policies;
import coop.laborfund.projections.guarantee.PolicyFold;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All findings of a fund in one pass over its events: hands each to those whom it concerns. It holds what findings need of movements
 * of money, not of labor, of which there are many more.
 */
public final class FindingsFold implements Fold<RecordedEvent, Findings> {

    private final Scope scope;
    private final FundFold fund;
    private final Standings standings = new Standings();
    private final CountedEvents<Policies> policies;
    private final DepositDays deposits = new DepositDays();
    private final AdvanceBook.Keeper advances = new AdvanceBook.Keeper();
    private final CapitalDays capital = new CapitalDays(deposits);
    private final HistoryOrder order = new HistoryOrder();
    private final SubLedgers subLedgers;
    private final BankStatement statement = new BankStatement();
    private final Published published = new Published();
    private final List<Check> checks;

    /** The parts that need events of a class, by that class. */
    private final Map<Class<? extends FundEvent>, List<Interest<?>>> concerned = new HashMap<>();

    /** @param scope the fund, the day that is asked about, a real one, and the last position that is known */
    public FindingsFold(Scope scope) {
        this(scope, new FundFold(scope));
    }

    /**
     * @param scope likewise, or any day where that is told at the end
     * @param fund the fold of the fund in that scope, which is handed each event from here
     */
    public FindingsFold(Scope scope, FundFold fund) {
        this.scope = scope;
        this.fund = fund;
        policies = new CountedEvents<>(scope, new PolicyFold());
        subLedgers = new SubLedgers(scope);
        checks = List.of(
                order,
                subLedgers,
                new ShareMoney(capital),
                new BankDays(),
                new CompanyMoney(),
                new AdvancePast(deposits),
                new DividendPromises(),
                new SurplusDays(),
                new PayoutEffects(),
                new VillageMoney(),
                new Jobs(),
                new Wages(),
                new Recording(),
                published,
                new PolicyChanges(),
                statement,
                new Doubles(),
                new MemberCorrections(),
                new WithoutData());
    }

    /** Events of other funds are passed over. */
    @Override
    public void add(RecordedEvent recorded) {
        add(recorded, entry(recorded));
    }

    /**
     * Adds an event whose entry has been worked out before.
     *
     * @param entry null where it does not balance
     */
    public void add(RecordedEvent recorded, @Nullable Entry entry) {
        FundEvent event = recorded.event();
        if (recorded.position() > scope.knownAt() || !event.fund().equals(scope.fund())) {
            return;
        }
        order.look(recorded);
        statement.look(recorded);
        subLedgers.look(recorded);
        policies.add(recorded);
        if (entry == null) {
            subLedgers.unbalanced(recorded);
            return;
        }
        fund.add(recorded, entry);
        if (scope.has(event.fund(), entry.date(), recorded.position())) {
            post(entry, recorded.position());
        }
        if (scope.has(event.fund(), event.date(), recorded.position())) {
            count(recorded);
        }
    }

    private static @Nullable Entry entry(RecordedEvent recorded) {
        try {
            return Postings.of(recorded.event());
        } catch (IllegalArgumentException unbalanced) {
            return null;
        }
    }

    private void post(Entry entry, long position) {
        standings.post(entry, position);
        deposits.post(entry);
        subLedgers.post(entry, position);
        published.post(entry, position);
    }

    private void count(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        if (event instanceof MovementReversed reversal) {
            FundEvent original = reversal.original();
            if (!original.date().isAfter(scope.asOf())) {
                of(original).forEach(interest -> interest.takeBack(original));
            }
        }
        Movement<?> movement = new Movement<>(recorded, event);
        of(event).forEach(interest -> interest.add(movement));
    }

    private List<Interest<?>> of(FundEvent event) {
        return concerned.computeIfAbsent(
                event.getClass(),
                kind -> Stream.concat(Stream.of(advances, capital), checks.stream())
                        .flatMap(part -> part.interests().stream())
                        .filter(interest -> interest.kind().isAssignableFrom(kind))
                        .toList());
    }

    /** What the fund's events add up to by themselves, for whoever asks more than findings. */
    public FundTotals totals() {
        return fund.result();
    }

    @Override
    public Findings result() {
        return result(scope);
    }

    /** @param of a scope with a real day, in which the same events count */
    public Findings result(Scope of) {
        FundTotals totals = totals();
        View view =
                new View(of.asOf(), standings, advances.book(), policies.result(), year -> totals.verdicts(of, year));
        Report report = new Report();
        checks.forEach(check -> check.tell(view, report));
        return report.of(of);
    }
}

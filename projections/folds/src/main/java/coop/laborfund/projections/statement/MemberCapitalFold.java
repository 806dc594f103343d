package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Shares.ShareChange;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.fold.Total;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members' accounts from a fund's events, by household in code point order; as large as their number. */
public final class MemberCapitalFold implements Fold<RecordedEvent, MemberCapitals> {

    private final Scope scope;
    private final CountedEvents<List<MemberCapital>> counted;

    public MemberCapitalFold(Scope scope) {
        this.scope = scope;
        counted = new CountedEvents<>(scope, new Facts());
    }

    @Override
    public void add(RecordedEvent recorded) {
        counted.add(recorded);
    }

    @Override
    public MemberCapitals result() {
        return new MemberCapitals(scope.fund(), scope.asOf(), scope.knownAt(), counted.result());
    }

    private static final class Member {

        private final Total industryFund = new Total();
        private final Total own = new Total();
        private final Total declared = new Total();
        private final Total paid = new Total();

        private void count(ShareChange change, int sign) {
            (change.source() == ShareSource.OWN ? own : industryFund).count(change.amount(), sign);
        }

        private void count(DividendAmount amount, int sign) {
            switch (amount.kind()) {
                case DECLARED -> declared.count(amount.amount(), sign);
                case PAID -> paid.count(amount.amount(), sign);
                case RETURNED -> paid.count(amount.amount(), -sign);
            }
        }
    }

    private static final class Facts extends FactFold<List<MemberCapital>> {

        private final SortedMap<String, Member> members = new TreeMap<>(Ids.ORDER);

        private Facts() {
            on(Admission.class, (fact, sign) -> of(fact.household()));
            on(ShareChange.class, (fact, sign) -> of(fact.household()).count(fact, sign));
            on(DividendAmount.class, (fact, sign) -> of(fact.household()).count(fact, sign));
        }

        private Member of(String household) {
            return members.computeIfAbsent(household, any -> new Member());
        }

        @Override
        public List<MemberCapital> result() {
            return members.entrySet().stream()
                    .map(entry -> new MemberCapital(
                            entry.getKey(),
                            entry.getValue().industryFund.sum(),
                            entry.getValue().own.sum(),
                            entry.getValue().declared.sum(),
                            entry.getValue().paid.sum()))
                    .toList();
        }
    }
}

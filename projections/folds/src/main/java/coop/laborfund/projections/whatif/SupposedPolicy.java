package coop.laborfund.projections.whatif;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Policy values in the place of those that a fund set: from its opening on, whatever it set later. */
final class SupposedPolicy {

    private final SortedMap<String, String> values;

    /** @param values canonical texts by written key */
    SupposedPolicy(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /** The event as it would have been; all but those that set a policy are what they are. */
    RecordedEvent suppose(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        if (event instanceof FundOpened opened) {
            SortedMap<String, String> policy = new TreeMap<>(opened.policy());
            policy.putAll(values);
            return recorded.saying(new FundOpened(opened.voucher(), opened.name(), opened.village(), policy));
        }
        if (event instanceof PolicySet set) {
            SortedMap<String, String> policy = new TreeMap<>(set.policy());
            policy.keySet().removeAll(values.keySet());
            return recorded.saying(new PolicySet(set.voucher(), policy, set.resolution()));
        }
        return recorded;
    }
}

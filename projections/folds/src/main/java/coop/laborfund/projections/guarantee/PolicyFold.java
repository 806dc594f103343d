package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.fold.Kept;

/** The policy values that count. */
public final class PolicyFold extends FactFold<Policies> {

    private final Kept<PolicyValue> values = new Kept<>();

    public PolicyFold() {
        on(PolicyValue.class, values);
    }

    @Override
    public Policies result() {
        return new Policies(values.all());
    }
}

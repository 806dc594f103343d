package coop.laborfund.projections.trace;

import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Subs;

/** Where following begins: all money of a flow that it names is followed from there on. */
@FunctionalInterface
interface Start {

    boolean isAt(Flow flow);

    /** Its share money forward; backward what it got, of shares and as dividends. */
    static Start household(String id, Direction direction) {
        return switch (direction) {
            case FORWARD -> flow -> flow.from().is(Account.SHARES, id);
            case BACKWARD ->
                flow -> flow.to().is(Account.SHARES, id) || flow.to().is(Account.DIVIDENDS_PAYABLE, id);
        };
    }

    /** What it was advanced; forward also what it paid for that and left as a deposit, backward what it has back of the deposit. */
    static Start company(String id, Direction direction) {
        String deposit = Subs.deposit(id);
        return switch (direction) {
            case FORWARD ->
                flow -> flow.to().isAdvanceTo(id)
                        || flow.from().is(Account.RETURNS, id)
                        || flow.from().is(Account.PAYABLES, deposit);
            case BACKWARD -> flow -> flow.to().isAdvanceTo(id) || flow.to().is(Account.PAYABLES, deposit);
        };
    }

    static Start voucher(String ref) {
        return flow -> flow.ref().equals(ref);
    }
}

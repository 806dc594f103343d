package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.fund.Advances.Advance;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The rules gathered for one command on one state: which parties must be known, what must hold, which event it becomes. */
final class Ruling {

    private final FundState state;
    private final Voucher voucher;
    private final Checks checks = new Checks();

    Ruling(FundState state, MovementCommand command) {
        this.state = state;
        this.voucher = command.voucher();
    }

    Ruling refuseIf(RefusalCode code, Column column, BooleanSupplier wrong) {
        checks.refuseIf(code, column, wrong);
        return this;
    }

    Ruling refuseIf(RefusalCode code, Column column, BooleanSupplier wrong, Supplier<Map<String, String>> details) {
        checks.refuseIf(code, column, wrong, details);
        return this;
    }

    /** The row names a household that must be admitted and not have left. */
    Ruling household(Column column, String household) {
        return householdEvenIfLeft(column, household)
                .refuseIf(
                        RefusalCode.HOUSEHOLD_LEFT,
                        column,
                        () -> Maps.known(state.members().households(), household)
                                .hasLeft());
    }

    /** The row names a household, for a year; what is of a year after its leaving is none of its. */
    Ruling householdOf(int year, Column column, String household) {
        return householdEvenIfLeft(column, household)
                .refuseIf(
                        RefusalCode.HOUSEHOLD_LEFT,
                        column,
                        () -> Maps.known(state.members().households(), household)
                                .hadLeftBefore(year));
    }

    /** The row names a household that must be admitted; what is its own is given back even after it left. */
    Ruling householdEvenIfLeft(Column column, String household) {
        return refuseIf(
                        RefusalCode.UNKNOWN_HOUSEHOLD,
                        column,
                        () -> !state.members().households().containsKey(household))
                .notBefore(() ->
                        Maps.known(state.members().households(), household).admitted());
    }

    Ruling company(Column column, String company) {
        return refuseIf(
                        RefusalCode.UNKNOWN_COMPANY,
                        column,
                        () -> !state.members().companies().containsKey(company))
                .notBefore(() -> Maps.known(state.members().companies(), company));
    }

    Ruling advance(String advance) {
        return refuseIf(
                        RefusalCode.UNKNOWN_ADVANCE,
                        Column.ADVANCE,
                        () -> state.advances().find(advance).isEmpty())
                .notBefore(() -> knownAdvance(advance).date());
    }

    Ruling worker(String worker) {
        return refuseIf(
                        RefusalCode.UNKNOWN_WORKER,
                        Column.PARTY,
                        () -> !state.labor().workers().containsKey(worker))
                .notBefore(() -> knownWorker(worker).registered());
    }

    private Ruling notBefore(Supplier<LocalDate> earliest) {
        return refuseIf(
                RefusalCode.DATE_OUT_OF_ORDER,
                Column.DATE,
                () -> voucher.date().isBefore(earliest.get()),
                () -> Map.of("earliest", earliest.get().toString()));
    }

    /** The money that goes out must be nobody else's, nor owed to a purpose. */
    Ruling freeCash(Fen needed) {
        return refuseIf(
                RefusalCode.INSUFFICIENT_FREE_CASH,
                Column.AMOUNT,
                () -> needed.exceeds(state.books().freeCash()),
                () -> Map.of(
                        "needed", needed.toString(),
                        "available", state.books().freeCash().toString()));
    }

    /** An advance that {@link #advance} has asked for. */
    Advance knownAdvance(String advance) {
        return state.advances().find(advance).orElseThrow();
    }

    /** A worker that {@link #worker} has asked for. */
    Worker knownWorker(String worker) {
        return Maps.known(state.labor().workers(), worker);
    }

    /** The policy in force on the row's date, of the policies recorded so far. */
    Policy policy() {
        return state.policyOn(voucher.date());
    }

    /** Accepts the event unless a check refuses the command. */
    Decision accept(Supplier<FundEvent> event) {
        Once<FundEvent> made = new Once<>(event);
        return accept(made, entryOf(made));
    }

    /** Likewise, and asks that the event's entry leaves every figure that it moves within its limit. */
    Decision post(Column blamed, Supplier<? extends FundEvent> event) {
        return post(Figures.FORWARD, blamed, event);
    }

    /** @param scope which figures are asked */
    Decision post(Figures.Scope scope, Column blamed, Supplier<? extends FundEvent> event) {
        Once<FundEvent> made = new Once<>(event);
        Once<Entry> entry = entryOf(made);
        new Figures(state, made, entry).ask(checks, scope, blamed);
        return accept(made, entry);
    }

    private static Once<Entry> entryOf(Once<FundEvent> event) {
        return new Once<>(() -> Postings.of(event.get()));
    }

    private Decision accept(Once<FundEvent> event, Once<Entry> entry) {
        return checks.firstRefusal()
                .<Decision>map(Decision.Refuse::new)
                .orElseGet(() -> new Decision.Accept(event.get(), entry.get()));
    }
}

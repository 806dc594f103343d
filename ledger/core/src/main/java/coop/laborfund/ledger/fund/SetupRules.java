package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.SetupCommand;
import coop.laborfund.ledger.command.SetupCommand.AdmitHousehold;
import coop.laborfund.ledger.command.SetupCommand.ChangeHousehold;
import coop.laborfund.ledger.command.SetupCommand.EnrollCompany;
import coop.laborfund.ledger.command.SetupCommand.LeaveFund;
import coop.laborfund.ledger.command.SetupCommand.OpenFund;
import coop.laborfund.ledger.command.SetupCommand.SetPolicy;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.refusal.RefusalCode;

/** Setting up the fund, its rules and its members. */
final class SetupRules {

    private SetupRules() {}

    static Decision decide(FundState state, SetupCommand command) {
        Ruling ruling = new Ruling(state, command);
        return switch (command) {
            case OpenFund c -> ruling.accept(() -> new FundOpened(c.voucher(), c.name(), c.village(), c.policy()));
            case SetPolicy c -> ruling.accept(() -> new PolicySet(c.voucher(), c.policy(), c.resolution()));
            case AdmitHousehold c ->
                ruling.refuseIf(
                                RefusalCode.HOUSEHOLD_EXISTS,
                                PARTY,
                                () -> state.members().households().containsKey(c.household()))
                        .accept(() -> new HouseholdAdmitted(c.voucher(), c.household(), c.size()));
            case ChangeHousehold c ->
                ruling.household(PARTY, c.household())
                        .accept(() -> new HouseholdChanged(c.voucher(), c.household(), c.size()));
            case LeaveFund c -> leave(state, c, ruling);
            case EnrollCompany c ->
                ruling.refuseIf(
                                RefusalCode.COMPANY_EXISTS,
                                PARTY,
                                () -> state.members().companies().containsKey(c.company()))
                        .accept(() -> new CompanyEnrolled(c.voucher(), c.company(), c.name()));
        };
    }

    private static Decision leave(FundState state, LeaveFund c, Ruling ruling) {
        return ruling.household(PARTY, c.household())
                .refuseIf(
                        RefusalCode.HOUSEHOLD_NOT_SETTLED,
                        PARTY,
                        () -> !state.books().sharesOf(c.household()).isZero()
                                || state.dividends().hasUnpaid(c.household()))
                .accept(() -> new HouseholdLeft(c.voucher(), c.household()));
    }
}

package coop.laborfund.ledger.event;

import java.util.SortedMap;

/** The fund, its rules and its members (设立、政策、社员、公司). */
public sealed interface SetupEvent extends FundEvent {

    /**
     * A fund was set up for a village (设立基金).
     *
     * @param village the village's 12-digit division code
     * @param name the fund's display name
     * @param policy the policy values that it starts with, canonical texts by key
     */
    record FundOpened(Voucher voucher, String name, String village, SortedMap<String, String> policy)
            implements SetupEvent {}

    /** Policy values changed from the voucher's date on (调整政策). */
    record PolicySet(Voucher voucher, SortedMap<String, String> policy, String resolution) implements SetupEvent {}

    /** A household joined (入社); its name is in the register, never here. */
    record HouseholdAdmitted(Voucher voucher, String household, int size) implements SetupEvent {}

    /** A household has another number of people (户变更). */
    record HouseholdChanged(Voucher voucher, String household, int size) implements SetupEvent {}

    /** A household left (离社). */
    record HouseholdLeft(Voucher voucher, String household) implements SetupEvent {}

    /** A human-resources company was enrolled (登记公司). */
    record CompanyEnrolled(Voucher voucher, String company, String name) implements SetupEvent {}
}

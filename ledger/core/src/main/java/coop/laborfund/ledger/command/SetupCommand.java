package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Voucher;
import java.util.SortedMap;

/** Setting up the fund, its rules and its members. */
public sealed interface SetupCommand extends MovementCommand {

    /** 设立基金. */
    record OpenFund(Voucher voucher, String name, String village, SortedMap<String, String> policy)
            implements SetupCommand {}

    /** 调整政策. */
    record SetPolicy(Voucher voucher, SortedMap<String, String> policy, String resolution) implements SetupCommand {}

    /** 入社. */
    record AdmitHousehold(Voucher voucher, String household, int size) implements SetupCommand {}

    /** 户变更. */
    record ChangeHousehold(Voucher voucher, String household, int size) implements SetupCommand {}

    /** 离社. */
    record LeaveFund(Voucher voucher, String household) implements SetupCommand {}

    /** 登记公司. */
    record EnrollCompany(Voucher voucher, String company, String name) implements SetupCommand {}
}

package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** 盈余及盈余分配表 (会农社02表), of a year's flows and of the undistributed surplus that it began with. */
final class IncomeStatement {

    /** Every line of the form, in its order; those that no movement of a fund touches stay zero. */
    private enum Item {
        OPERATING_INCOME,
        INVESTMENT_INCOME,
        OPERATING_COST,
        TAXES,
        ADMINISTRATION,
        FINANCE,
        OPERATING_RESULT,
        OTHER_INCOME,
        OTHER_COST,
        RESULT_BEFORE_TAX,
        INCOME_TAX,
        RESULT,
        UNDISTRIBUTED_BEFORE,
        OTHER_TRANSFERS,
        RESERVE_APPROPRIATED,
        DISTRIBUTABLE,
        RETURNED_BY_PATRONAGE,
        DISTRIBUTED,
        TURNED_INTO_SHARES,
        UNDISTRIBUTED
    }

    private final Map<Item, Fen> figures = new EnumMap<>(Item.class);

    private IncomeStatement(YearFlows flows, Fen before) {
        put(Item.INVESTMENT_INCOME, flows.result(Account.RETURNS));
        put(Item.ADMINISTRATION, cost(flows, Account.EXPENSES_2007).plus(cost(flows, Account.EXPENSES)));
        put(Item.FINANCE, cost(flows, Account.FINANCE));
        put(
                Item.OPERATING_RESULT,
                sum(Item.OPERATING_INCOME, Item.INVESTMENT_INCOME)
                        .minus(sum(Item.OPERATING_COST, Item.TAXES, Item.ADMINISTRATION, Item.FINANCE)));
        put(Item.OTHER_INCOME, flows.result(Account.OTHER_INCOME));
        put(Item.OTHER_COST, cost(flows, Account.LOSSES));
        put(
                Item.RESULT_BEFORE_TAX,
                sum(Item.OPERATING_RESULT, Item.OTHER_INCOME).minus(sum(Item.OTHER_COST)));
        put(Item.RESULT, sum(Item.RESULT_BEFORE_TAX).minus(sum(Item.INCOME_TAX)));
        put(Item.UNDISTRIBUTED_BEFORE, before);
        put(Item.OTHER_TRANSFERS, surplus(flows, EquityChange.LOSS_COVERED, EquityChange.RESERVE_PAID));
        put(
                Item.RESERVE_APPROPRIATED,
                surplus(flows, EquityChange.RESERVE_APPROPRIATED, EquityChange.RESERVE_RECOVERED)
                        .negate());
        put(
                Item.DISTRIBUTABLE,
                sum(Item.RESULT, Item.UNDISTRIBUTED_BEFORE, Item.OTHER_TRANSFERS)
                        .minus(sum(Item.RESERVE_APPROPRIATED)));
        put(
                Item.DISTRIBUTED,
                surplus(flows, EquityChange.DIVIDEND, EquityChange.VILLAGE_RETURN)
                        .negate());
        put(
                Item.UNDISTRIBUTED,
                sum(Item.DISTRIBUTABLE)
                        .minus(sum(Item.RETURNED_BY_PATRONAGE, Item.DISTRIBUTED, Item.TURNED_INTO_SHARES)));
    }

    /**
     * @param before the undistributed surplus at the year's beginning
     * @param last the flows of the year before
     * @param beforeLast the undistributed surplus at that one's beginning
     */
    static List<StatementLine> of(YearFlows year, Fen before, YearFlows last, Fen beforeLast) {
        IncomeStatement now = new IncomeStatement(year, before);
        IncomeStatement previous = new IncomeStatement(last, beforeLast);
        List<StatementLine> lines = new ArrayList<>();
        for (Item item : Item.values()) {
            lines.add(new StatementLine(lines.size() + 1, now.sum(item), previous.sum(item)));
        }
        return lines;
    }

    private static Fen cost(YearFlows flows, Account account) {
        return flows.result(account).negate();
    }

    private static Fen surplus(YearFlows flows, EquityChange... changes) {
        return Arrays.stream(changes)
                .map(change -> flows.of(change, EquityColumn.UNDISTRIBUTED))
                .reduce(Fen.ZERO, Fen::plus);
    }

    private void put(Item item, Fen amount) {
        figures.put(item, amount);
    }

    private Fen sum(Item... items) {
        return Arrays.stream(items)
                .map(item -> figures.getOrDefault(item, Fen.ZERO))
                .reduce(Fen.ZERO, Fen::plus);
    }
}

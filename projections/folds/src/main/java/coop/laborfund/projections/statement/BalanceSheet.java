package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.query.Balance;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * 资产负债表 (会农社01表). What a detail account owes the other way round stands on the other side: who was repaid or remitted too much
 * owes it back (应收款项), and what came back of an advance beyond its principal is owed (应付款项). So no receivable hides a debt.
 */
final class BalanceSheet {

    /** The lines of the form that are met here, in their order. */
    enum Item {
        CASH(1),
        RECEIVABLES(2),
        CURRENT_ASSETS(5),
        NON_CURRENT_ASSETS(21),
        ASSETS(22),
        PAYABLES(24),
        DIVIDENDS_PAYABLE(30),
        CURRENT_LIABILITIES(31),
        SPECIAL_PAYABLES(33),
        LIABILITIES(35),
        SHARES(36),
        SPECIAL_FUNDS(37),
        SURPLUS_RESERVE(39),
        UNDISTRIBUTED(40),
        EQUITY(41),
        LIABILITIES_AND_EQUITY(42);

        final int number;

        Item(int number) {
            this.number = number;
        }
    }

    private final Map<Item, Fen> figures = new EnumMap<>(Item.class);

    private BalanceSheet(List<Balance> balances) {
        for (Balance balance : balances) {
            Fen amount = balance.amount();
            Item item = item(ChartOfAccounts.heading(balance.account()).account(), amount.isPositive());
            boolean ofAssets = item == Item.CASH || item == Item.RECEIVABLES;
            figures.merge(item, ofAssets ? amount : amount.negate(), Fen::plus);
        }
        total(Item.CURRENT_ASSETS, Item.CASH, Item.RECEIVABLES);
        total(Item.ASSETS, Item.CURRENT_ASSETS, Item.NON_CURRENT_ASSETS);
        total(Item.CURRENT_LIABILITIES, Item.PAYABLES, Item.DIVIDENDS_PAYABLE);
        total(Item.LIABILITIES, Item.CURRENT_LIABILITIES, Item.SPECIAL_PAYABLES);
        total(Item.EQUITY, Item.SHARES, Item.SPECIAL_FUNDS, Item.SURPLUS_RESERVE, Item.UNDISTRIBUTED);
        total(Item.LIABILITIES_AND_EQUITY, Item.LIABILITIES, Item.EQUITY);
    }

    /** @param before the balances at the year's beginning */
    static List<StatementLine> of(List<Balance> now, List<Balance> before) {
        BalanceSheet sheet = new BalanceSheet(now);
        BalanceSheet previous = new BalanceSheet(before);
        return Arrays.stream(Item.values())
                .map(item -> new StatementLine(item.number, sheet.figure(item), previous.figure(item)))
                .toList();
    }

    private Fen figure(Item item) {
        return figures.getOrDefault(item, Fen.ZERO);
    }

    private void total(Item total, Item... parts) {
        figures.put(total, Arrays.stream(parts).map(this::figure).reduce(Fen.ZERO, Fen::plus));
    }

    /** Where a detail account stands that has a balance on one of its sides. */
    private static Item item(Account account, boolean debit) {
        return switch (account) {
            case BANK -> Item.CASH;
            case ADVANCES, PAYABLES -> debit ? Item.RECEIVABLES : Item.PAYABLES;
            case DIVIDENDS_PAYABLE -> debit ? Item.RECEIVABLES : Item.DIVIDENDS_PAYABLE;
            case FISCAL_RESERVE -> Item.SPECIAL_PAYABLES;
            case SHARES -> Item.SHARES;
            case DONATED_RESERVE -> Item.SPECIAL_FUNDS;
            case SURPLUS_RESERVE -> Item.SURPLUS_RESERVE;
            case YEAR_RESULT, APPROPRIATION, RETURNS, OTHER_INCOME, EXPENSES_2007, EXPENSES, FINANCE, LOSSES ->
                Item.UNDISTRIBUTED;
        };
    }
}

package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.fact.Advances.AdvanceFlow;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Shares.ShareChange;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.query.AccountKey;
import java.util.HashMap;
import java.util.Map;

/** What the registers come to, as it would have to stand on the accounts: debit minus credit, by account and sub-account. */
final class RegisterFold extends FactFold<Map<AccountKey, Fen>> {

    private final Map<String, Fen> shares = new HashMap<>();
    private final Map<String, Fen> dividends = new HashMap<>();
    private final Map<String, Fen> advances = new HashMap<>();

    /** Of an advance, also one that was undone: what was booked on it stays to be compared. */
    private final Map<String, String> companies = new HashMap<>();

    private Fen ofVillage = Fen.ZERO;
    private String village = Subs.NONE;

    RegisterFold() {
        on(FundOpening.class, (fact, sign) -> village = fact.village());
        on(ShareChange.class, (fact, sign) -> count(shares, fact.household(), fact.amount(), -sign));
        on(DividendAmount.class, this::count);
        on(AdvanceTerms.class, (fact, sign) -> {
            companies.put(fact.advance(), fact.company());
            count(advances, fact.advance(), fact.amount(), sign);
        });
        on(AdvanceFlow.class, this::count);
        on(VillageIncome.class, (fact, sign) -> {
            if (fact.isHeldHere()) {
                ofVillage = ofVillage.minus(signed(fact.amount(), sign));
            }
        });
        on(Remittance.class, (fact, sign) -> ofVillage = ofVillage.plus(signed(fact.amount(), sign)));
    }

    private void count(DividendAmount fact, int sign) {
        switch (fact.kind()) {
            case DECLARED, RETURNED -> count(dividends, fact.household(), fact.amount(), -sign);
            case PAID -> count(dividends, fact.household(), fact.amount(), sign);
        }
    }

    private void count(AdvanceFlow fact, int sign) {
        switch (fact.kind()) {
            case REPAID, PAID_OUT, WRITTEN_OFF -> count(advances, fact.advance(), fact.amount(), -sign);
            case RECOVERED, PAYOUT_RECOVERED, RETURN -> {}
        }
    }

    private static void count(Map<String, Fen> register, String id, Fen amount, int sign) {
        register.merge(id, signed(amount, sign), Fen::plus);
    }

    private static Fen signed(Fen amount, int sign) {
        return sign > 0 ? amount : amount.negate();
    }

    @Override
    public Map<AccountKey, Fen> result() {
        Map<AccountKey, Fen> registered = new HashMap<>();
        shares.forEach((household, amount) -> put(registered, Account.SHARES, household, amount));
        dividends.forEach((household, amount) -> put(registered, Account.DIVIDENDS_PAYABLE, household, amount));
        advances.forEach((advance, amount) -> put(
                registered,
                Account.ADVANCES,
                Subs.advance(companies.getOrDefault(advance, Subs.NONE), advance),
                amount));
        put(registered, Account.PAYABLES, village, ofVillage);
        return registered;
    }

    private static void put(Map<AccountKey, Fen> registered, Account account, String sub, Fen amount) {
        registered.put(new AccountKey(ChartOfAccounts.code(account), sub), amount);
    }
}

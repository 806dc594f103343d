package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;

/**
 * What a member has with the fund on a day (成员账户).
 *
 * @param industryFund capital from poverty-relief assets (来源于到户类扶贫项目资产)
 * @param own capital of the household's own
 * @param declared dividends of all years
 * @param paid of them, what was paid out and did not come back
 */
public record MemberCapital(String household, Fen industryFund, Fen own, Fen declared, Fen paid) {

    public Fen shares() {
        return industryFund.plus(own);
    }

    public Fen unpaid() {
        return declared.minus(paid);
    }
}

package coop.laborfund.ledger.posting;

import coop.laborfund.ledger.money.Fen;

/**
 * One line of an entry.
 *
 * @param sub the sub-account ({@code H001}, {@code C001:A001}, {@code deposit:C001}, …), empty where the account has none
 * @param amount debit positive, credit negative; never zero
 */
public record Line(Account account, String sub, Fen amount) {

    Line inverse() {
        return new Line(account, sub, amount.negate());
    }
}

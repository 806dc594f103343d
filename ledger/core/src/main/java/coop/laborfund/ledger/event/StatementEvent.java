package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bank says, and how it agrees with the books (对账). Neither posts anything. */
public sealed interface StatementEvent extends FundEvent {

    /**
     * A line of the bank's statement (银行流水); the bank's own text is in the register, never here.
     *
     * @param balance the account's balance after it, null where the bank did not say
     */
    record BankLineRecorded(
            Voucher voucher,
            Fen amount,
            BankDirection direction,
            @Nullable Fen balance) implements StatementEvent {

        /** The amount as it moves the account: what went out is negative. */
        public Fen signed() {
            return switch (direction) {
                case IN -> amount;
                case OUT -> amount.negate();
            };
        }
    }

    /**
     * Lines and movements were found to be the same money (对账勾对).
     *
     * @param lines the refs of the bank's lines, each once, in order
     * @param movements the refs of the movements, likewise
     */
    record BankLinesMatched(Voucher voucher, List<String> lines, List<String> movements) implements StatementEvent {

        public BankLinesMatched {
            lines = List.copyOf(lines);
            movements = List.copyOf(movements);
        }
    }
}

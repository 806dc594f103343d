package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import java.util.List;
import java.util.Optional;

/** The bank's statement. */
public sealed interface StatementCommand extends MovementCommand {

    /** 银行流水. */
    record RecordBankLine(Voucher voucher, Fen amount, BankDirection direction, Optional<Fen> balance)
            implements StatementCommand {}

    /** 对账勾对: these lines and these movements are the same money. */
    record MatchBankLines(Voucher voucher, List<String> lines, List<String> movements) implements StatementCommand {}
}

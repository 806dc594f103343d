package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Voucher;
import java.time.LocalDate;

/**
 * One movement, well formed and not yet decided. A command bears exactly the columns that its type uses, so two rows with the
 * same content are equal commands but for the memo.
 */
public sealed interface MovementCommand
        permits SetupCommand,
                ShareCommand,
                AdvanceCommand,
                TreasuryCommand,
                DividendCommand,
                PayGuarantee,
                LaborCommand,
                Reverse,
                PeriodCommand,
                StatementCommand {

    Voucher voucher();

    default String fund() {
        return voucher().fund();
    }

    default String ref() {
        return voucher().ref();
    }

    default LocalDate date() {
        return voucher().date();
    }
}

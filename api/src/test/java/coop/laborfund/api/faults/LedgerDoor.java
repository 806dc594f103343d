package coop.laborfund.api.faults;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerBusyException;
import coop.laborfund.ledger.door.LedgerContendedException;
import coop.laborfund.ledger.door.OutcomeUnknownException;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A ledger in this JVM. */
record LedgerDoor(LedgerNode node) implements Door {

    @Override
    public Answer send(String fund, Map<Column, String> cells) {
        try {
            FundDecision decision =
                    node.ledger().record(fund, List.of(movement(fund, cells)), new Requesters("test").next());
            return switch (decision.outcomes().getFirst()) {
                case Outcome.Accepted recorded -> Answer.recorded(decision.position());
                case Outcome.AlreadyRecorded repeat -> Answer.repeated(0);
                case Outcome.Refused refused ->
                    Answer.refused(refused.rejection().code().name());
            };
        } catch (DatabaseFailedException
                | OutcomeUnknownException
                | LedgerContendedException
                | LedgerBusyException passing) {
            return Answer.failed(passing.getClass().getSimpleName());
        }
    }

    private static Movement movement(String fund, Map<Column, String> cells) {
        Map<Column, String> all = new EnumMap<>(cells);
        all.put(Column.FUND, fund);
        return switch (MovementForm.read(all)) {
            case ReadRow.WellFormed row -> row.movement();
            case ReadRow.Malformed row ->
                throw new AssertionError(row.rejection().toString());
        };
    }
}

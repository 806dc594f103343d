package coop.laborfund.api.recording;

import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.ReadTables;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sample cooperative, to try the program with: its movements recorded as they would have been, day by day over the years, by
 * several offices. The file is in the order of recording: what stands below later dates was recorded late.
 */
public final class SampleCooperative {

    private static final Logger LOG = LoggerFactory.getLogger("coop.laborfund.recording");

    private static final String SAMPLE = "/sample/cooperative.csv";
    private static final String CHANNEL = "demo";

    private final SimulatedLedger ledger;
    private final AskHistory history;
    private final ReadTables tables;

    public SampleCooperative(SimulatedLedger ledger, AskHistory history, ReadTables tables) {
        this.ledger = ledger;
        this.history = history;
        this.tables = tables;
    }

    /** What one office records in one go. */
    private record Sitting(LocalDate day, Office office, String fund, List<Movement> movements) {

        private boolean takes(LocalDate next, Office by, Movement movement) {
            return day.equals(next)
                    && office == by
                    && fund.equals(movement.command().fund());
        }
    }

    /** Records it where nothing is recorded yet. */
    public void loadIntoEmpty(Requester requester) throws UnreadableFileException, IOException {
        if (history.lastPosition(requester) > 0) {
            return;
        }
        List<Movement> movements = movements();
        List<Sitting> sittings = sittings(movements);
        TurnedClock clock = new TurnedClock();
        ledger.by(clock, recorder -> {
            for (Sitting sitting : sittings) {
                clock.turnTo(sitting.day());
                record(recorder, sitting, requester);
            }
        });
        tables.catchUpUnlessServed();
        LOG.atInfo()
                .addKeyValue("count", movements.size())
                .addKeyValue("position", history.lastPosition(requester))
                .log("recorded the sample");
    }

    private static List<Movement> movements() throws UnreadableFileException, IOException {
        try (InputStream sample = Objects.requireNonNull(SampleCooperative.class.getResourceAsStream(SAMPLE), SAMPLE);
                MovementsFile file = MovementsFile.parse("cooperative.csv", sample.readAllBytes())) {
            return file.movements();
        }
    }

    /** Recorded on the latest day that anything before was, as no history goes back. */
    private static List<Sitting> sittings(List<Movement> movements) {
        List<Sitting> sittings = new ArrayList<>();
        LocalDate day = LocalDate.MIN;
        for (Movement movement : movements) {
            LocalDate date = movement.command().date();
            day = date.isAfter(day) ? date : day;
            Office office = Office.of(MovementType.of(movement.command()));
            if (sittings.isEmpty() || !sittings.getLast().takes(day, office, movement)) {
                sittings.add(new Sitting(day, office, movement.command().fund(), new ArrayList<>()));
            }
            sittings.getLast().movements().add(movement);
        }
        return sittings;
    }

    private static void record(Recorder recorder, Sitting sitting, Requester requester) {
        Requester office = new Requester(sitting.office().chinese(), CHANNEL, requester.request());
        FundDecision decision = recorder.record(sitting.fund(), sitting.movements(), office);
        if (!decision.recorded()) {
            throw new IllegalStateException("the sample is refused: " + decision.outcomes());
        }
    }
}

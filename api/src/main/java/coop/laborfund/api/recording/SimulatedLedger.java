package coop.laborfund.api.recording;

import coop.laborfund.ledger.door.Recorder;
import java.time.Clock;
import java.util.function.Consumer;

/** A way into an empty history on which today and the instants of recording are a clock's; what it records says so. */
@FunctionalInterface
public interface SimulatedLedger {

    /** Has somebody record by the clock; nothing is recorded by it afterwards. */
    void by(Clock clock, Consumer<Recorder> work);
}

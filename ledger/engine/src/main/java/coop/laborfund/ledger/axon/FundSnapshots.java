package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.store.PostgresEventStorageEngine;
import java.util.concurrent.Executor;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Aggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a snapshot of a fund every so many events, from the state that a command leaves in memory. (Axon's own snapshotter reads
 * all the events once more to come to it.)
 */
final class FundSnapshots {

    private static final Logger LOG = LoggerFactory.getLogger(FundSnapshots.class);

    private final EventStorageEngine engine;
    private final Executor executor;
    private final long every;

    /** @param executor where states are written, so that no command waits for it */
    FundSnapshots(EventStorageEngine engine, Executor executor, long every) {
        this.engine = engine;
        this.executor = executor;
        this.every = every;
    }

    /** To be called after the commit, with the fund still locked: what is not committed must not get into a snapshot. */
    void takeIfDue(Aggregate<FundAggregate> fund) {
        Long version = fund.version();
        if (version != null) {
            fund.execute(root -> {
                if (version - root.snapshotAt() >= every) {
                    root.snapshotTakenAt(version);
                    store(PostgresEventStorageEngine.snapshot(fund.identifierAsString(), version, root.state()));
                }
            });
        }
    }

    private void store(DomainEventMessage<?> snapshot) {
        executor.execute(() -> {
            try {
                engine.storeSnapshot(snapshot);
            } catch (RuntimeException e) {
                LOG.warn("no snapshot of {} was kept; the next start of it takes longer", snapshot, e);
            }
        });
    }
}

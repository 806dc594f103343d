package coop.laborfund.api.recording;

import coop.laborfund.api.importing.Importer;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.ReadTables;

/** Imports movements files. Fails as the doors do. */
public final class FileImports {

    private final Recorder ledger;
    private final ReadTables tables;

    public FileImports(Recorder ledger, ReadTables tables) {
        this.ledger = ledger;
        this.tables = tables;
    }

    /** An importer for one run. */
    public Importer importer(Requester requester) {
        return new Importer(ledger, requester);
    }

    /** Leaves the read tables up to date, where no server on the database does that. */
    public void settle() {
        tables.catchUpUnlessServed();
    }
}

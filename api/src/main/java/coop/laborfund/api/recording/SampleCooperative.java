package coop.laborfund.api.recording;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.AskHistory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The sample cooperative, to try the program with. */
public final class SampleCooperative {

    private static final String SAMPLE = "/sample/cooperative.csv";

    private final FileImports imports;
    private final AskHistory history;

    public SampleCooperative(FileImports imports, AskHistory history) {
        this.imports = imports;
        this.history = history;
    }

    /** Records it where nothing is recorded yet. */
    public void loadIntoEmpty(Requester requester) throws UnreadableFileException, IOException {
        if (history.lastPosition(requester) > 0) {
            return;
        }
        try (InputStream sample = Objects.requireNonNull(SampleCooperative.class.getResourceAsStream(SAMPLE), SAMPLE)) {
            MovementsFile file = MovementsFile.parse("cooperative.csv", sample.readAllBytes());
            ImportResult result = imports.importer(requester).run(List.of(file), ImportMode.ALL_OR_NONE);
            if (!result.isComplete()) {
                throw new IllegalStateException("the sample is refused: " + result.refused());
            }
        }
    }
}

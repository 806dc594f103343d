package coop.laborfund.api.backup;

import coop.laborfund.api.proof.Seal;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Makes backups: each is written beside its place, read back to the last byte, and only then put there. */
public final class Backups {

    private final Source source;

    /** What is backed up. */
    public interface Source {

        /** Writes it as it is at one moment. */
        void write(OutputStream out, boolean withKey) throws IOException;
    }

    /**
     * A backup that is there.
     *
     * @param heads the ledger's heads in it, signed
     * @param bytes its size
     * @param faults of the ledger itself, which it had before; the backup holds it as it is
     * @param deleted older ones that are gone
     * @param later others beside it that are named after a later moment, and so not counted
     */
    public record Made(
            Path file,
            BackupManifest manifest,
            Seal heads,
            long bytes,
            List<Words> faults,
            List<Path> deleted,
            List<Path> later) {}

    public Backups(Source source) {
        this.source = source;
    }

    /**
     * @param withKey whether the signing key goes into it
     * @throws BackupException where it cannot be made, or is not read back as it was written; then there is none
     * @throws IOException where the disk does not take it; likewise
     */
    public Made make(Path place, boolean withKey) throws IOException {
        try (BackupDraft draft = BackupDraft.at(place)) {
            OutputStream out = draft.out();
            source.write(out, withKey);
            out.flush();
            draft.force();
            Made made;
            try (BackupFile written = BackupFile.open(draft.path())) {
                List<Words> faults = written.check();
                made = new Made(
                        place,
                        written.manifest(),
                        written.heads(),
                        Files.size(draft.path()),
                        faults,
                        List.of(),
                        List.of());
            }
            draft.publish();
            return made;
        }
    }

    /**
     * Likewise in a folder, named by its moment; then the oldest beyond so many are deleted, unless the ledger has a fault: what is
     * older may be from before it.
     */
    public Made make(KeptBackups folder, Instant moment, int keep, boolean withKey) throws IOException {
        folder.sweep();
        Made made = make(folder.at(moment), withKey);
        List<Path> deleted = made.faults().isEmpty() ? folder.keep(keep, made.file()) : List.of();
        List<Path> later = folder.later(made.file());
        return new Made(made.file(), made.manifest(), made.heads(), made.bytes(), made.faults(), deleted, later);
    }
}

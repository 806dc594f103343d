package coop.laborfund.api.cli;

import coop.laborfund.api.answer.HeadAnswer;
import coop.laborfund.api.backup.BackupManifest;
import coop.laborfund.api.backup.Backups.Made;
import coop.laborfund.api.proof.Seal;
import coop.laborfund.ledger.chain.Head;
import java.io.PrintWriter;
import java.util.List;

/**
 * What a backup holds, as it is told.
 *
 * @param takenAt the moment that the ledger is backed up to
 * @param position the last event's, 0 where there is none
 * @param code of all heads together
 * @param bytes the file's size
 */
record BackupSummary(
        String file,
        String takenAt,
        long events,
        long position,
        String recordedAt,
        String code,
        long bytes,
        boolean withKey,
        List<HeadAnswer> heads) {

    /** Beyond so many funds their codes are not listed. */
    private static final int LISTED = 20;

    static BackupSummary of(Made made) {
        return of(made.file().toString(), made.manifest(), made.heads(), made.bytes());
    }

    static BackupSummary of(String file, BackupManifest manifest, Seal heads, long bytes) {
        return new BackupSummary(
                file,
                manifest.takenAt(),
                manifest.events(),
                manifest.position(),
                manifest.recordedAt(),
                manifest.code(),
                bytes,
                manifest.withKey(),
                heads.heads().stream().map(HeadAnswer::of).toList());
    }

    /** @param listed the heads themselves */
    void print(PrintWriter out, List<Head> listed) {
        line(out, CommandWords.together("backup.file"), file);
        line(out, CommandWords.together("backup.takenAt"), takenAt);
        line(out, CommandWords.together("backup.funds"), listed.size());
        line(out, CommandWords.together("backup.events"), events);
        line(out, CommandWords.together("backup.position"), position);
        line(out, CommandWords.together("backup.recordedAt"), recordedAt);
        line(out, CommandWords.together("backup.code"), code);
        line(out, CommandWords.together("backup.bytes"), bytes);
        if (listed.size() <= LISTED) {
            TextTable table = new TextTable("fund", ">events", ">position", "code");
            listed.forEach(head -> table.row(head.fund(), head.events(), head.position(), head.code()));
            table.print(out);
        }
    }

    private static void line(PrintWriter out, String label, Object value) {
        out.println((label + "  " + value).stripTrailing());
    }
}

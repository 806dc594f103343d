package coop.laborfund.api.backup;

import coop.laborfund.api.postgres.StoredTable;
import coop.laborfund.api.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, in its {@code manifest.json}, which is signed.
 *
 * @param form of the file; a program reads those that it knows
 * @param takenAt the moment that the ledger is backed up to, by this machine's clock
 * @param schema the last step that made the tables, as {@code V107__event_circumstances.sql}
 * @param events of all streams together
 * @param position the last one's, 0 where there is none
 * @param recordedAt the last one's instant, empty where there is none
 * @param code of all heads together, to be compared by eye
 * @param keyMissing null where the ledger's own key signed it
 * @param tables whose rows are in it, each in a part of its own
 * @param parts every file in it but the manifest and its signature
 */
public record BackupManifest(
        int form,
        String takenAt,
        String schema,
        long events,
        long position,
        String recordedAt,
        int funds,
        String code,
        boolean withKey,
        @Nullable KeyMissing keyMissing,
        List<Rows> tables,
        List<Part> parts) {

    /** The form that this program writes. */
    public static final int FORM = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The ledger's key could not sign; another did, which proves nothing of whose ledger it is.
     *
     * @param reason why it could not
     * @param fingerprint of the key that should have, by the ledger's own tables; empty where they name none
     */
    public record KeyMissing(Words reason, String fingerprint) {}

    /** A table's rows. */
    public record Rows(StoredTable table, String part, long rows) {}

    /**
     * A file in the zip.
     *
     * @param bytes how long it is, unpacked
     * @param sha256 of those bytes, 64 small hexadecimal digits
     */
    public record Part(String name, long bytes, String sha256) {}

    public BackupManifest {
        tables = List.copyOf(tables);
        parts = List.copyOf(parts);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** @throws RuntimeException where it is none */
    static BackupManifest of(String json) {
        return JSON.readValue(json, BackupManifest.class);
    }
}

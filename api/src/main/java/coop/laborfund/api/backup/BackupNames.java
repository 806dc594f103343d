package coop.laborfund.api.backup;

/** What the files in a backup are called. */
public final class BackupNames {

    public static final String HEADS = "heads.json";
    public static final String PUBLIC_KEY = "public-key.pem";
    public static final String SIGNING_KEY = "signing-key.pem";
    public static final String SEALS = "seals/";

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.signature";
    static final String EVENTS = "event";

    private BackupNames() {}

    static String ofTable(String table) {
        return "tables/" + table + ".copy";
    }
}

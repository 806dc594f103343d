package coop.laborfund.api.backup;

import coop.laborfund.api.backup.BackupManifest.Part;
import coop.laborfund.api.backup.BackupManifest.Rows;
import coop.laborfund.api.proof.ProofException;
import coop.laborfund.api.proof.Seal;
import coop.laborfund.api.proof.VerifyingKey;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A backup as a file. Opening it reads what it says of itself and whose signature that bears; {@link #check} reads all of it. Every
 * method throws {@link BackupException} for a file that is not what was written, naming what and where.
 */
public final class BackupFile implements AutoCloseable {

    /** What is read whole: heads of very many funds. Rows are read as they come. */
    private static final int LARGEST_TEXT = 256_000_000;

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;
    private final VerifyingKey key;
    private final Seal heads;

    private BackupFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        String stated = text(BackupNames.MANIFEST);
        this.key = key(text(BackupNames.PUBLIC_KEY));
        if (!key.verifies(stated, text(BackupNames.SIGNATURE))) {
            throw new BackupException(Words.of("backupSignature", file));
        }
        this.manifest = manifest(stated);
        if (manifest.form() != BackupManifest.FORM) {
            throw new BackupException(Words.of("backupForm", file, manifest.form()));
        }
        this.heads = heads(text(BackupNames.HEADS));
    }

    /** @throws IOException where the file cannot be read at all */
    public static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException cut) {
            throw new BackupException(Words.of("backupCut", file, Files.size(file)), cut);
        }
        try {
            return new BackupFile(file, zip);
        } catch (IOException | RuntimeException unusable) {
            zip.close();
            throw unusable;
        }
    }

    private VerifyingKey key(String pem) {
        try {
            return VerifyingKey.read(pem);
        } catch (ProofException noKey) {
            throw new BackupException(Words.of("backupChanged", file, BackupNames.PUBLIC_KEY), noKey);
        }
    }

    private BackupManifest manifest(String json) {
        try {
            return BackupManifest.of(json);
        } catch (RuntimeException otherForm) {
            throw new BackupException(Words.of("backupChanged", file, BackupNames.MANIFEST), otherForm);
        }
    }

    private Seal heads(String json) {
        try {
            return Seal.parse(json);
        } catch (IllegalArgumentException noSeal) {
            throw new BackupException(Words.of("backupChanged", file, BackupNames.HEADS), noSeal);
        }
    }

    public Path file() {
        return file;
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** The public half of the key that it is signed with, as it stands in it. */
    public VerifyingKey key() {
        return key;
    }

    /** The heads that the ledger had, signed. */
    public Seal heads() {
        return heads;
    }

    /**
     * Reads everything: each part against its length and hash, the events along their chains, the heads that these come to against
     * those that the database named.
     *
     * @return what was wrong with the ledger already when it was backed up; the file is then what was written all the same
     */
    public List<Words> check() throws IOException {
        checkNames();
        BackupChain chain = new BackupChain();
        Rows events = events();
        for (Part part : manifest.parts()) {
            if (part.name().equals(events.part())) {
                checkEvents(part, events, chain);
            } else {
                check(part, InputStream::transferTo);
            }
        }
        List<Words> faults = new ArrayList<>(chain.faults());
        if (faults.isEmpty() && chain.position() != manifest.events()) {
            throw new BackupException(Words.of("backupCount", file, manifest.events(), chain.position()));
        }
        if (faults.isEmpty()) {
            checkHeads(chain.heads());
        }
        if (manifest.keyMissing() != null) {
            faults.add(Words.of(
                    "backupKey", key.fingerprint(), manifest.keyMissing().reason()));
        }
        return faults;
    }

    private Rows events() {
        return manifest.tables().stream()
                .filter(table -> table.table().name().equals(BackupNames.EVENTS))
                .findFirst()
                .orElseThrow(() ->
                        new BackupException(Words.of("backupMissing", file, BackupNames.ofTable(BackupNames.EVENTS))));
    }

    private void checkNames() {
        Set<String> there = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!there.add(name)) {
                throw new BackupException(Words.of("backupStrange", file, name));
            }
        });
        Set<String> stated = new HashSet<>(Set.of(BackupNames.MANIFEST, BackupNames.SIGNATURE));
        manifest.parts().forEach(part -> stated.add(part.name()));
        for (String name : stated) {
            if (!there.contains(name)) {
                throw new BackupException(Words.of("backupMissing", file, name));
            }
        }
        there.removeAll(stated);
        if (!there.isEmpty()) {
            throw new BackupException(
                    Words.of("backupStrange", file, there.iterator().next()));
        }
    }

    private void checkEvents(Part part, Rows events, BackupChain chain) throws IOException {
        try {
            check(part, (in, nowhere) -> {
                CopyRows rows = new CopyRows(in, events.table().columns());
                while (rows.next()) {
                    chain.next(rows);
                }
            });
        } catch (BackupException changed) {
            Words where = chain.faults().isEmpty()
                    ? Words.of("backupReadTo", chain.position())
                    : chain.faults().getFirst();
            throw new BackupException(
                    Words.of("backupChanged", file, part.name()).and(where), changed);
        }
    }

    /** Reads a part to its end. */
    private interface Reading {
        void read(InputStream in, OutputStream nowhere) throws IOException;
    }

    private void check(Part part, Reading reading) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = open(part.name());
                DigestInputStream digested = new DigestInputStream(in, digest)) {
            reading.read(digested, OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException damaged) {
            throw new BackupException(Words.of("backupChanged", file, part.name()), damaged);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new BackupException(Words.of("backupChanged", file, part.name()));
        }
    }

    private void checkHeads(List<Head> folded) {
        Map<String, Head> named = new HashMap<>();
        heads.heads().forEach(head -> named.put(head.fund(), head));
        for (Head head : folded) {
            if (!head.equals(named.remove(head.fund()))) {
                throw new BackupException(Words.of("backupHead", file, head.fund()));
            }
        }
        if (!named.isEmpty()) {
            throw new BackupException(
                    Words.of("backupHead", file, named.keySet().iterator().next()));
        }
    }

    /** A table's rows. */
    public InputStream open(Rows rows) throws IOException {
        return open(rows.part());
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        @Nullable InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new BackupException(Words.of("backupMissing", file, name));
        }
        return in;
    }

    /** A part that is text. */
    public String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new BackupException(Words.of("backupChanged", file, name), damaged);
        }
    }

    /** The names of the parts that begin so. */
    public List<String> names(String beginning) {
        return manifest.parts().stream()
                .map(Part::name)
                .filter(name -> name.startsWith(beginning))
                .toList();
    }

    /** What a table's part should be, for whoever reads the table itself again. */
    public String sha256(Rows rows) {
        return manifest.parts().stream()
                .filter(part -> part.name().equals(rows.part()))
                .map(Part::sha256)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

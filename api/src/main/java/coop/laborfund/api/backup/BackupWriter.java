package coop.laborfund.api.backup;

import coop.laborfund.api.backup.BackupManifest.Part;
import coop.laborfund.api.backup.BackupManifest.Rows;
import coop.laborfund.api.postgres.StoredTable;
import coop.laborfund.api.proof.SigningKey;
import coop.laborfund.ledger.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup part by part, the manifest with every part's length and hash last, signed. */
public final class BackupWriter {

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final List<Rows> tables = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** Writes what a part consists of. */
    @FunctionalInterface
    public interface Content<E extends Exception> {

        /** @return how many rows, where it has rows */
        long write(OutputStream out) throws E, IOException;
    }

    public BackupWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** @param rows as {@link coop.laborfund.api.postgres.TableSnapshot} writes them */
    public <E extends Exception> void table(StoredTable table, Content<E> rows) throws E, IOException {
        String part = BackupNames.ofTable(table.name());
        tables.add(new Rows(table, part, part(part, rows)));
    }

    public void text(String name, String text) throws IOException {
        bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(String name, byte[] bytes) throws IOException {
        this.<IOException>part(name, out -> {
            out.write(bytes);
            return 0;
        });
    }

    private <E extends Exception> long part(String name, Content<E> content) throws E, IOException {
        zip.putNextEntry(new ZipEntry(name));
        Digested out = new Digested(zip);
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        long rows = content.write(buffered);
        buffered.flush();
        zip.closeEntry();
        parts.add(new Part(name, out.bytes, HexFormat.of().formatHex(out.digest.digest())));
        return rows;
    }

    /** @param manifest of the tables and parts that were written */
    public void finish(BiFunction<List<Rows>, List<Part>, BackupManifest> manifest, SigningKey key) throws IOException {
        String json = manifest.apply(List.copyOf(tables), List.copyOf(parts)).json();
        entry(BackupNames.MANIFEST, json);
        entry(BackupNames.SIGNATURE, Base64.getEncoder().encodeToString(key.sign(json)));
        zip.finish();
        zip.flush();
    }

    private void entry(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Passes on, counts and hashes; leaves the zip open when it is closed. */
    private static final class Digested extends FilterOutputStream {
        private final MessageDigest digest = Sha256.start();
        private long bytes;

        Digested(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            digest.update(some, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.StoredEvent;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes inspection packs: a fund's whole history with what comes out of it and the ledger's signature, in one zip. */
public final class PackWriter {

    /** Entries bear no instant of their own, so that the same history gives the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BUFFER = 1 << 16;

    private final EventHistory history;
    private final LedgerIdentity identity;
    private final Clock clock;
    private final EventJson json = new EventJson();

    public PackWriter(EventHistory history, LedgerIdentity identity, Clock clock) {
        this.history = history;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A fund's pack as it stands now.
     *
     * @return false where the fund has no events; nothing was written then
     * @throws ProofException where the key that signs is not here; nothing was written then
     */
    public boolean write(String fund, OutputStream out) throws IOException {
        List<Head> heads = history.heads();
        Head own = heads.stream()
                .filter(head -> head.fund().equals(fund))
                .findFirst()
                .orElse(null);
        if (own == null) {
            return false;
        }
        SigningKey key = identity.signing();
        KeySuccession keys = identity.keys();
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8);
        try (PackBooks books = new PackBooks(fund)) {
            Stream<StoredEvent> events = history.storedOfFund(fund, 1, own.position());
            entry(zip, PackEntry.EVENTS, entry -> writeEvents(entry, events, books));
            entry(zip, PackEntry.JOURNAL, books::writeJournal);
            entry(zip, PackEntry.BALANCES, books::writeBalances);
            entry(zip, PackEntry.GUARANTEES, books::writeGuarantees);
            entry(zip, PackEntry.STATEMENTS, books::writeStatements);
            if (books.isInspected()) {
                entry(zip, PackEntry.FINDINGS, books::writeFindings);
                entry(zip, PackEntry.DUE, books::writeDue);
            }
            text(zip, PackEntry.HEAD, SignedHead.sign(own, keys, key).json());
            text(zip, PackEntry.HEADS, Seal.sign(heads, clock.instant(), key).json());
            if (keys.isWorthTelling()) {
                text(zip, PackEntry.KEYS, keys.json());
            }
            text(zip, PackEntry.PUBLIC_KEY, key.verifying().pem());
            text(zip, PackEntry.README, PackReadme.of(own, books.lastDay(), key.verifying()));
        }
        zip.finish();
        zip.flush();
        return true;
    }

    /** The same into a file, which is there whole or not at all. */
    public boolean write(String fund, Path file) throws IOException {
        Path draft = file.resolveSibling(
                file.getFileName() + ".draft." + ProcessHandle.current().pid());
        try {
            boolean written;
            try (OutputStream out = Files.newOutputStream(draft)) {
                written = write(fund, out);
            }
            if (written) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return written;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void writeEvents(OutputStream out, Stream<StoredEvent> events, PackBooks books) {
        try {
            for (Iterator<StoredEvent> each = events.iterator(); each.hasNext(); ) {
                StoredEvent stored = each.next();
                books.add(stored.read(json));
                out.write(EventLine.write(stored).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void text(ZipOutputStream zip, PackEntry name, String text) throws IOException {
        entry(zip, name, out -> {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static void entry(ZipOutputStream zip, PackEntry name, Consumer<OutputStream> content) throws IOException {
        ZipEntry entry = new ZipEntry(name.file());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        OutputStream out = new BufferedOutputStream(new Unclosed(zip), BUFFER);
        content.accept(out);
        out.flush();
        zip.closeEntry();
    }

    /** What writes an entry must not close the zip. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

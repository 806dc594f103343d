package coop.laborfund.api.proof;

import coop.laborfund.api.postgres.PrivateFiles;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.KeptSeals;
import coop.laborfund.ledger.store.KeptSeals.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signed lists of all funds' heads: in the table {@code seal}, and once more as files {@code seals/<position>.json} of the
 * data directory, where whoever rewrites the database does not reach them.
 */
public final class Seals {

    private static final Pattern FILE = Pattern.compile("([0-9]{1,18})(-[0-9a-f]+)?\\.json");
    private static final int MARK = 8;

    private final KeptSeals kept;
    private final EventHistory history;
    private final LedgerIdentity identity;
    private final Path folder;
    private final Clock clock;

    /** @param dataDirectory has the folder {@code seals}, or will */
    public Seals(KeptSeals kept, EventHistory history, LedgerIdentity identity, Path dataDirectory, Clock clock) {
        this.kept = kept;
        this.history = history;
        this.identity = identity;
        this.folder = dataDirectory.resolve("seals");
        this.clock = clock;
    }

    public LedgerIdentity identity() {
        return identity;
    }

    /** @throws ProofException where the key that signs is not here */
    public SigningKey key() {
        return identity.signing();
    }

    /** Whether this data directory has ever had lists. */
    boolean hasFolder() {
        return Files.isDirectory(folder);
    }

    /**
     * Signs and keeps the heads as they are, where the history has moved since the last time.
     *
     * @return whether it had
     * @throws ProofException where the key that signs is not here
     */
    public boolean seal() throws IOException {
        List<Head> heads = history.heads();
        boolean moved = Seal.position(heads) > kept.lastPosition() && seal(heads);
        writeOthers();
        return moved;
    }

    private boolean seal(List<Head> heads) throws IOException {
        Instant now = clock.instant();
        Seal seal = Seal.sign(heads, now, key());
        boolean isKept = kept.add(
                now,
                seal.position(),
                seal.sealed(),
                seal.key(),
                Base64.getDecoder().decode(seal.signature()));
        if (isKept) {
            write(seal);
        }
        return isKept;
    }

    /**
     * What others sealed after the last list here: another server of this ledger, or this one when it was killed before it wrote the
     * file. What is missing in between stays missing, to be found.
     */
    private void writeOthers() throws IOException {
        long last = 0;
        for (Path file : files()) {
            Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
            last = name.matches() ? Math.max(last, Long.parseLong(name.group(1))) : last;
        }
        for (List<Kept> page = kept.beyond(last); !page.isEmpty(); page = kept.beyond(last)) {
            for (Kept row : page) {
                Seal seal;
                try {
                    seal = seal(row);
                } catch (IllegalArgumentException damaged) {
                    // Found by who verifies the ledger.
                    return;
                }
                write(seal);
                last = Math.max(last + 1, seal.position());
            }
        }
    }

    private static Seal seal(Kept row) {
        return Seal.of(row.heads(), row.key(), Base64.getEncoder().encodeToString(row.signature()));
    }

    /** Whole or not at all; what is there already under the name is evidence and stays. */
    private void write(Seal seal) throws IOException {
        PrivateFiles.createFolder(folder);
        Path file = folder.resolve(seal.position() + ".json");
        if (Files.exists(file)) {
            if (Files.readString(file).equals(seal.json())) {
                return;
            }
            file = folder.resolve(seal.position() + "-" + seal.digest().substring(0, MARK) + ".json");
        }
        Path draft = folder.resolve(
                seal.position() + ".draft." + ProcessHandle.current().pid());
        PrivateFiles.write(draft, seal.json());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** By names alone, which is quick: the lists that one of the table and the folder has and the other lacks. */
    public List<Finding> missing() throws IOException {
        Set<Long> inFolder = new TreeSet<>();
        for (Path file : files()) {
            Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                inFolder.add(Long.parseLong(name.group(1)));
            }
        }
        Set<Long> inTable = new TreeSet<>(kept.positions());
        List<Finding> missing = new ArrayList<>();
        inTable.stream()
                .filter(position -> !inFolder.contains(position))
                .forEach(position -> missing.add(SealsCheck.notInFolder(position + ".json")));
        inFolder.stream()
                .filter(position -> !inTable.contains(position))
                .forEach(position -> missing.add(SealsCheck.notInTable("seals/" + position + ".json")));
        return missing;
    }

    /** Takes what was sealed, list by list. */
    interface Reader {

        /** @param name of the row or the file */
        void next(String name, Seal seal);

        /** One that is no list. */
        void damaged(String name);
    }

    /** Every list of the table, in the order of sealing. */
    void eachInTable(Reader reader) {
        long last = 0;
        List<Kept> page;
        do {
            page = kept.after(last);
            for (Kept row : page) {
                read("seal " + row.number(), reader, () -> seal(row));
                last = row.number();
            }
        } while (!page.isEmpty());
    }

    /** Every list of the folder. */
    void eachInFolder(Reader reader) throws IOException {
        for (Path file : files()) {
            read("seals/" + file.getFileName(), reader, () -> Seal.parse(Files.readString(file)));
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        }
    }

    private interface Source {
        Seal read() throws IOException;
    }

    private static void read(String name, Reader reader, Source source) {
        Seal seal;
        try {
            seal = source.read();
        } catch (IOException | IllegalArgumentException damaged) {
            reader.damaged(name);
            return;
        }
        reader.next(name, seal);
    }
}

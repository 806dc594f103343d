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
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The signed lists of all funds' heads: in the table {@code seal}, and once more as files {@code seals/<position>.json} of the
 * data directory, where whoever rewrites the database does not reach them.
 */
public final class Seals {

    private final KeptSeals kept;
    private final EventHistory history;
    private final Path folder;
    private final SigningKey key;
    private final Clock clock;

    private Seals(KeptSeals kept, EventHistory history, Path folder, SigningKey key, Clock clock) {
        this.kept = kept;
        this.history = history;
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /** @throws ProofException where the key of the data directory is damaged or missing */
    public static Seals open(KeptSeals kept, EventHistory history, Path dataDirectory, Clock clock) {
        return new Seals(
                kept, history, dataDirectory.resolve("seals"), SigningKey.in(dataDirectory, kept.isAny()), clock);
    }

    public SigningKey key() {
        return key;
    }

    /**
     * Signs and keeps the heads as they are, where the history has moved since the last time.
     *
     * @return whether it had
     */
    public boolean seal() throws IOException {
        List<Head> heads = history.heads();
        Instant now = clock.instant();
        Seal seal = Seal.sign(heads, now, key);
        if (seal.position() <= kept.lastPosition()) {
            return false;
        }
        kept.add(
                now,
                seal.position(),
                seal.sealed(),
                seal.key(),
                Base64.getDecoder().decode(seal.signature()));
        write(seal);
        return true;
    }

    private void write(Seal seal) throws IOException {
        PrivateFiles.createFolder(folder);
        Path file = folder.resolve(seal.position() + ".json");
        Path draft = folder.resolve(
                seal.position() + ".draft." + ProcessHandle.current().pid());
        PrivateFiles.write(draft, seal.json());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Everything ever sealed, from the table and from the files; a text that is no seal comes as it is. */
    void forEach(BiConsumer<String, Seal> each, BiConsumer<String, Exception> unreadable) throws IOException {
        long last = 0;
        List<Kept> page;
        do {
            page = kept.after(last);
            for (Kept row : page) {
                String signature = Base64.getEncoder().encodeToString(row.signature());
                read("seal " + row.number(), each, unreadable, () -> Seal.of(row.heads(), row.key(), signature));
                last = row.number();
            }
        } while (!page.isEmpty());
        for (Path file : files()) {
            read("seals/" + file.getFileName(), each, unreadable, () -> Seal.parse(Files.readString(file)));
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

    private static void read(
            String name, BiConsumer<String, Seal> each, BiConsumer<String, Exception> unreadable, Source source) {
        Seal seal;
        try {
            seal = source.read();
        } catch (IOException | IllegalArgumentException damaged) {
            unreadable.accept(name, damaged);
            return;
        }
        each.accept(name, seal);
    }
}

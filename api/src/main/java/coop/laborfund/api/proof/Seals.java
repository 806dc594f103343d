package coop.laborfund.api.proof;

import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.api.postgres.PrivateFiles;
import coop.laborfund.ledger.chain.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signed lists of all funds' heads: in the table {@code seal}, and once more as files {@code seals/<position>.json} of the
 * data directory, where whoever rewrites the database does not reach them.
 */
public final class Seals {

    private final LedgerNode node;
    private final JdbcClient jdbc;
    private final Path folder;
    private final SigningKey key;
    private final Clock clock;

    private Seals(LedgerNode node, Path folder, SigningKey key) {
        this.node = node;
        this.jdbc = JdbcClient.create(node.connections());
        this.folder = folder;
        this.key = key;
        this.clock = node.clock();
    }

    /** @throws ProofException where the key of the data directory is damaged or missing */
    public static Seals open(LedgerNode node, Path dataDirectory) {
        boolean sealed = JdbcClient.create(node.connections())
                .sql("select exists (select from seal)")
                .query(Boolean.class)
                .single();
        return new Seals(node, dataDirectory.resolve("seals"), SigningKey.in(dataDirectory, sealed));
    }

    public SigningKey key() {
        return key;
    }

    public PackWriter packs() {
        return new PackWriter(node.history(), key, clock);
    }

    /**
     * Signs and keeps the heads as they are, where the history has moved since the last time.
     *
     * @return whether it had
     */
    public boolean seal() throws IOException {
        List<Head> heads = node.history().heads();
        Instant now = clock.instant();
        Seal seal = Seal.sign(heads, now, key);
        long last = jdbc.sql("select coalesce(max(position), 0) from seal")
                .query(Long.class)
                .single();
        if (seal.position() <= last) {
            return false;
        }
        jdbc.sql("insert into seal (sealed_at, position, heads, key, signature) values (?, ?, ?, ?, ?)")
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        seal.position(),
                        seal.sealed(),
                        seal.key(),
                        Base64.getDecoder().decode(seal.signature()))
                .update();
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
        record Row(long number, String heads, String key, String signature) {}
        long last = 0;
        List<Row> page;
        do {
            page = jdbc.sql("select number, heads, key, signature from seal where number > ? order by number limit 100")
                    .param(last)
                    .query((row, number) -> new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            Base64.getEncoder().encodeToString(row.getBytes(4))))
                    .list();
            for (Row row : page) {
                read("seal " + row.number, each, unreadable, () -> Seal.of(row.heads, row.key, row.signature));
                last = row.number;
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

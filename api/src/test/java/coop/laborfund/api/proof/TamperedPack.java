package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A pack taken apart, to be changed and put together again. */
final class TamperedPack {

    private final Map<String, String> files = new LinkedHashMap<>();

    static TamperedPack of(Path pack) throws IOException {
        TamperedPack opened = new TamperedPack();
        try (InputStream in = Files.newInputStream(pack);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                opened.files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return opened;
    }

    String file(String name) {
        return files.getOrDefault(name, "");
    }

    TamperedPack change(String name, UnaryOperator<String> change) {
        String before = file(name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing was changed in " + name);
        }
        files.put(name, after);
        return this;
    }

    TamperedPack put(String name, String text) {
        files.put(name, text);
        return this;
    }

    TamperedPack remove(String name) {
        files.remove(name);
        return this;
    }

    List<String> lines() {
        return new ArrayList<>(file("events.ndjson").lines().toList());
    }

    TamperedPack lines(List<String> lines) {
        return put("events.ndjson", String.join("\n", lines) + "\n");
    }

    /** Numbers and chains the events anew, as somebody would who knows how. */
    TamperedPack rechain() throws Exception {
        List<String> chained = new ArrayList<>();
        String previous = "0".repeat(64);
        for (String line : lines()) {
            String text = line.replaceFirst("\"hash\":\"[0-9a-f]{64}\",", "")
                    .replaceFirst("\"previousHash\":\"[0-9a-f]{64}\"", "\"previousHash\":\"" + previous + "\"")
                    .replaceFirst(
                            "\"sequence\":[0-9]+,\"type\":\"([A-Za-z]+)\"}$",
                            "\"sequence\":" + chained.size() + ",\"type\":\"$1\"}");
            previous = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            String hash = previous;
            chained.add(text.replaceFirst(",\"metadata\":", ",\"hash\":\"" + hash + "\",\"metadata\":"));
        }
        return lines(chained);
    }

    /** Makes everything that comes out of the events anew and signs all of it. */
    TamperedPack resign(SigningKey key) throws Exception {
        EventLine last = null;
        EventReader reader = new EventReader();
        byte[] events = file("events.ndjson").getBytes(StandardCharsets.UTF_8);
        String fund = SignedHead.parse(file("head.json")).head().fund();
        int count = 0;
        try (PackBooks books = new PackBooks(fund)) {
            for (EventReader.Read read : reader.read(events)) {
                last = read.line();
                count++;
                if (read.event() != null) {
                    books.add(read.event());
                }
            }
            put("journal.hledger", text(books::writeJournal));
            put("balances.csv", text(books::writeBalances));
            put("guarantees.json", text(books::writeGuarantees));
            put("statements.json", text(books::writeStatements));
            put("findings.json", text(books::writeFindings));
            put("due.json", text(books::writeDue));
        }
        if (last == null) {
            throw new AssertionError("no events");
        }
        boolean simulated = SignedHead.parse(file("head.json")).head().simulatedClock();
        Head head = new Head(fund, count, last.position(), last.hash(), Instant.parse(last.recordedAt()), simulated);
        put(
                "head.json",
                SignedHead.sign(head, new KeySuccession(List.of()), key).json());
        List<Head> heads = new ArrayList<>(Seal.parse(file("heads.json")).heads());
        heads.replaceAll(each -> each.fund().equals(fund) ? head : each);
        put(
                "heads.json",
                Seal.sign(heads, Instant.parse("2026-01-01T00:00:00Z"), key).json());
        return put("public-key.pem", key.verifying().pem());
    }

    private static String text(java.util.function.Consumer<OutputStream> writer) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        writer.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}

package coop.laborfund.api.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip that should be a pack, read as something that anybody may have made. */
final class PackFile implements AutoCloseable {

    /** What is read whole: heads of very many funds. Everything else is read as it comes. */
    private static final int LARGEST_TEXT = 64_000_000;

    private static final int MOST_ENTRIES_NAMED = 20;

    private final ZipFile zip;
    private final Map<PackEntry, ZipEntry> entries = new EnumMap<>(PackEntry.class);

    /** @throws ProofException where it is no zip that can be read */
    PackFile(Path file) {
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException noZip) {
            throw unreadable(file, noZip);
        }
    }

    static ProofException unreadable(Path file, Exception cause) {
        return new ProofException(
                "文件 " + file + " 打不开,或不是完整的查验包:" + cause.getMessage(),
                "The file " + file + " cannot be opened or is no whole inspection pack: " + cause.getMessage(),
                cause);
    }

    /** Every file of a pack must be there once, but for what it may lack, and nothing else. */
    void checkEntries(Report report) {
        int strange = 0;
        for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
            ZipEntry entry = each.nextElement();
            Optional<PackEntry> known = PackEntry.named(entry.getName());
            if (known.isPresent() && entries.putIfAbsent(known.get(), entry) == null) {
                continue;
            }
            if (strange++ < MOST_ENTRIES_NAMED) {
                String name = shown(entry.getName());
                report.found(
                        known.isPresent() ? "包里有两个 " + name : "包里有不该有的文件 " + name,
                        known.isPresent()
                                ? "The pack holds " + name + " twice"
                                : "The pack holds a strange file " + name);
            }
        }
        for (PackEntry entry : PackEntry.values()) {
            if (!entries.containsKey(entry) && !entry.isOptional()) {
                report.found("包里缺少 " + entry.file(), "The pack lacks " + entry.file());
            }
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }

    boolean has(PackEntry name) {
        return entries.containsKey(name);
    }

    InputStream open(PackEntry name) throws IOException {
        ZipEntry entry = entries.get(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        return in == null ? InputStream.nullInputStream() : in;
    }

    /** How long the zip says that it is; anybody can write anything there. */
    long size(PackEntry name) {
        ZipEntry entry = entries.get(name);
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    /** @throws IllegalArgumentException where it is too large */
    String text(PackEntry name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

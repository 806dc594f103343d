package coop.laborfund.api.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of backups, each named by its moment: {@code laborfund-20261127T210000Z.zip}. */
public record KeptBackups(Path folder) {

    private static final String BEGINNING = "laborfund-";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'laborfund-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private static final Pattern NAMED = Pattern.compile("laborfund-\\d{8}T\\d{6}Z\\.zip");

    /** Where one of this moment is to be. */
    public Path at(Instant moment) {
        return folder.resolve(NAME.format(moment));
    }

    /** Deletes what killed backups left half written. */
    void sweep() throws IOException {
        BackupDraft.sweep(folder, name -> name.startsWith(BEGINNING));
    }

    /**
     * Deletes the oldest beyond so many, counted up to one that was just made: it and what is named later stay.
     *
     * @return those that are gone
     */
    public List<Path> keep(int count, Path made) throws IOException {
        List<Path> all = named(NAMED);
        List<Path> counted = all.subList(0, all.size() - later(made).size());
        List<Path> old = counted.subList(0, Math.max(0, counted.size() - count));
        for (Path each : old) {
            Files.delete(each);
        }
        return old;
    }

    /** Those that by their names are of a moment after this one's: the clock was ahead then, or is behind now. */
    public List<Path> later(Path made) throws IOException {
        return named(NAMED).stream().filter(each -> each.compareTo(made) > 0).toList();
    }

    /** In the order of their moments. */
    private List<Path> named(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }
}

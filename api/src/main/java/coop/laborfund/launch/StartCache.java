package coop.laborfund.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of one jar's unpacked code for one Java.
 *
 * <pre>
 * CACHE/lock             held by the process that makes an entry
 * CACHE/KEY/code.jar     the program's own classes; its manifest names the jars in lib/
 * CACHE/KEY/lib/         the jars it is made with
 * CACHE/KEY/archive      classes as this Java has them in memory
 * CACHE/KEY/complete     what it was made from, then each file with its length; there last, in one step
 * CACHE/KEY/failed       there where it could not be made
 * </pre>
 *
 * <p>Code is run from it, so that it is only used where nobody else can write or even look.
 */
final class StartCache {

    /** A folder to use instead, or {@code off}. */
    static final String VARIABLE = "LABORFUND_START_CACHE";

    private static final int OTHERS = 0077;

    /** Since this version an archive also keeps how classes are linked and what was worth compiling. */
    private static final int AOT_CACHES = 25;

    private final ProgramJar jar;
    private final Path root;
    private final Path entry;
    private final String identity;

    private StartCache(ProgramJar jar, Path root, String identity) {
        this.jar = jar;
        this.root = root;
        this.identity = identity;
        this.entry = root.resolve(key(identity));
    }

    /** The cache that the environment names; empty where it is switched off, or is not private. */
    static Optional<StartCache> of(ProgramJar jar) throws IOException {
        Optional<Path> root =
                folder(System.getenv(VARIABLE), System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home", ""));
        return root.isPresent() ? in(root.get(), jar) : Optional.empty();
    }

    static Optional<StartCache> in(Path root, ProgramJar jar) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return isPrivate(root) ? Optional.of(new StartCache(jar, root.toRealPath(), jar.identity())) : Optional.empty();
    }

    static Optional<Path> folder(@Nullable String own, @Nullable String caches, String home) {
        if (own != null && !own.isEmpty()) {
            return own.equals("off")
                    ? Optional.empty()
                    : Optional.of(Path.of(own).toAbsolutePath());
        }
        if (caches != null && caches.startsWith("/")) {
            return Optional.of(Path.of(caches, "laborfund"));
        }
        return home.startsWith("/") ? Optional.of(Path.of(home, ".cache", "laborfund")) : Optional.empty();
    }

    /** Whether it is this user's own folder, no link, which nobody else may enter. */
    private static boolean isPrivate(Path folder) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return Boolean.TRUE.equals(found.get("isDirectory"))
                && user.equals(found.get("uid"))
                && ((Integer) Objects.requireNonNull(found.get("mode")) & OTHERS) == 0;
    }

    /** Whether all that belongs to it is there, at its length. Notes that it was used. */
    boolean isComplete() throws IOException {
        if (!Files.exists(marker())) {
            return false;
        }
        String text = Files.readString(marker());
        if (!text.startsWith(identity + "\n\n")) {
            return false;
        }
        for (String line : text.substring(identity.length() + 2).split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0
                    && entry.resolve(line.substring(space + 1)).toFile().length()
                            != Long.parseLong(line.substring(0, space))) {
                return false;
            }
        }
        Files.setLastModifiedTime(marker(), FileTime.fromMillis(System.currentTimeMillis()));
        return true;
    }

    /** What the marker says when these files belong to it. */
    String completeText(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder(identity).append("\n\n");
        for (Path file : files) {
            text.append(Files.size(file))
                    .append(' ')
                    .append(entry.relativize(file))
                    .append('\n');
        }
        return text.toString();
    }

    /** How to run a class of the program from here: options of the JVM, the class path, the class. */
    List<String> runs(Class<?> main) {
        List<String> options = new ArrayList<>(quiet());
        options.add((hasAotCaches() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive());
        options.addAll(List.of("-cp", code().toString(), main.getName()));
        return options;
    }

    /** The same, to make the archive when it ends. */
    List<String> rehearses() {
        List<String> options = new ArrayList<>(quiet());
        options.add((hasAotCaches() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive());
        options.addAll(List.of("-cp", code().toString()));
        return options;
    }

    private static boolean hasAotCaches() {
        return Runtime.version().feature() >= AOT_CACHES;
    }

    /** Not a word about archives; warnings about anything else not among results. */
    private static List<String> quiet() {
        return List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off" + (hasAotCaches() ? ",aot*=off" : "") + ":stderr");
    }

    ProgramJar jar() {
        return jar;
    }

    Path root() {
        return root;
    }

    Path entry() {
        return entry;
    }

    Path code() {
        return entry.resolve("code.jar");
    }

    Path archive() {
        return entry.resolve("archive");
    }

    Path marker() {
        return entry.resolve("complete");
    }

    Path failed() {
        return entry.resolve("failed");
    }

    /** A name for it; should two ever share one, the marker tells them apart. */
    private static String key(String identity) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : identity.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ next) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }
}

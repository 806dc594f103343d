package coop.laborfund.api.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own that a test may fill up: in memory, mounted by root or by {@code sudo} that asks for nothing. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;

    private final Path folder;
    private final List<String> privilege;

    private SmallDisk(Path folder, List<String> privilege) {
        this.folder = folder;
        this.privilege = privilege;
    }

    /** Skips the test where nothing can be mounted, loudly; where {@code CI=true}, it fails. */
    static SmallDisk mountedOn(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String options = "size=%dm,mode=700,uid=%s"
                .formatted(megabytes, Files.getAttribute(folder, "unix:uid").toString());
        for (List<String> privilege : List.of(List.<String>of(), List.of("sudo", "-n"))) {
            if (runs(privilege, "mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString())) {
                return new SmallDisk(folder, privilege);
            }
        }
        String message = "nothing can be mounted: what a full disk does is NOT CHECKED here";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        System.err.println("SKIPPED: " + message);
        return Assumptions.abort(message);
    }

    private static boolean runs(List<String> privilege, String... command) throws InterruptedException {
        List<String> line = new ArrayList<>(privilege);
        line.addAll(List.of(command));
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Leaves so many bytes of room. */
    void fillUpTo(long room) throws IOException {
        FileStore store = Files.getFileStore(folder);
        try (var filler = Files.newOutputStream(filler())) {
            while (store.getUsableSpace() > room) {
                filler.write(new byte[(int) Math.min(MEGABYTE, store.getUsableSpace() - room)]);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() throws InterruptedException {
        runs(privilege, "umount", "-l", folder.toString());
    }
}

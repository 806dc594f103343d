package coop.laborfund.api.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL says of itself in {@code postmaster.pid}; left behind when it was killed. Its process id is one of
 * the container that it was started in, and there alone it says anything.
 *
 * @param cluster the folder it works on
 * @param pid its process id, which by now may be another process's
 * @param port the port it listens on
 */
record PostmasterFile(Path cluster, long pid, int port) {

    private static final int LINES_WITH_PORT = 4;

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** The file's content; empty where there is none, or none that is complete (the server is just starting). */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(cluster));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < LINES_WITH_PORT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostmasterFile(
                    cluster,
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether any process that is seen from here has this pid now. One that has ended and waits to be buried has not. */
    boolean pidIsAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie();
    }

    /** Whether this cluster's server is a process that is seen from here, and so one that can be told to stop. */
    boolean isServerHere() {
        return pidIsAlive() && !pidIsSomebodyElse();
    }

    /**
     * Whether the process that has this pid now is certainly not the server of this cluster: another program, or
     * PostgreSQL on another folder, or one that has ended and was not buried. After a reboot, above all of a container, this is the usual case, and PostgreSQL
     * itself would refuse to start. Start times are not asked: on a machine whose clock is set late they mislead, and
     * taking a living server for a dead one would ruin its files.
     */
    boolean pidIsSomebodyElse() {
        return ProcessHandle.of(pid)
                .map(process -> isZombie() || !mayBeTheServer(process.info()))
                .orElse(false);
    }

    private boolean mayBeTheServer(ProcessHandle.Info info) {
        Optional<Path> program = info.command().map(Path::of).map(Path::getFileName);
        if (program.isEmpty()) {
            // Hidden from us; our own server would not be, so only a process of our own user may be it.
            return info.user().equals(ProcessHandle.current().info().user());
        }
        // "Starts with": of a program file that was deleted meanwhile, Linux says "postgres (deleted)".
        return program.get().toString().startsWith("postgres") && worksOnCluster(info);
    }

    /** PostgreSQL works in its folder; the path that it was started with may be another one of several to the same folder. */
    private boolean worksOnCluster(ProcessHandle.Info info) {
        try {
            return Files.isSameFile(process("cwd"), cluster);
        } catch (IOException hidden) {
            return info.arguments()
                    .map(arguments -> List.of(arguments).contains(cluster.toString()))
                    .orElse(true);
        }
    }

    /** Its parent may never look: in a container that is often a program that knows nothing of it. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(process("stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path process(String entry) {
        return Path.of("/proc", Long.toString(pid), entry);
    }
}

package coop.laborfund.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The jar that {@code java -jar} was told, and what its manifest says about starting it. */
final class ProgramJar {

    private final Path path;
    private final Attributes attributes;

    private ProgramJar(Path path, Attributes attributes) {
        this.path = path;
        this.attributes = attributes;
    }

    /** The one that this process runs. */
    static ProgramJar running() throws IOException {
        return at(Path.of(System.getProperty("java.class.path")));
    }

    static ProgramJar at(Path file) throws IOException {
        Path path = file.toRealPath();
        try (JarFile jar = new JarFile(path.toFile())) {
            return new ProgramJar(path, jar.getManifest().getMainAttributes());
        }
    }

    Path path() {
        return path;
    }

    /** What runs the program out of the jar as it is. */
    String inPlaceClass() {
        return attribute("Launch-In-Place");
    }

    /** The program's own main class. */
    String startClass() {
        return attribute("Start-Class");
    }

    /** Whose {@code main}, given an empty folder, does what the commands do, so that their classes are known. */
    String rehearsalClass() {
        return attribute("Launch-Rehearsal");
    }

    /** Whether a command is one that runs for long, alone in its process, from the jar. */
    boolean runsInPlace(String command) {
        return Arrays.asList(attribute("Launch-In-Place-Commands").split(" ", -1))
                .contains(command);
    }

    /** Whether a command asks something and is done. */
    boolean isShort(String command) {
        return Arrays.asList(attribute("Launch-Short-Commands").split(" ", -1)).contains(command);
    }

    /** What distinguishes these bytes from another build's, and this Java from another. */
    String identity() throws IOException {
        return path + "\n" + Files.size(path) + " "
                + Files.getLastModifiedTime(path).toMillis() + "\n" + System.getProperty("java.home") + "\n"
                + System.getProperty("java.vm.version");
    }

    private String attribute(String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }
}

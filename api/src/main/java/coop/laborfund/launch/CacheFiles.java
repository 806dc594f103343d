package coop.laborfund.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Unpacks a jar of Spring Boot's layout to what a JVM can keep an archive of: jars, none within another, and no folders. */
final class CacheFiles {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String ORDER = "BOOT-INF/classpath.idx";

    private CacheFiles() {}

    /**
     * @param code where the program's own classes go; the libraries go to {@code lib/} beside it
     * @return the files made, which are on the disk
     */
    static List<Path> unpack(Path jar, Path code) throws IOException {
        Path folder = code.resolveSibling("lib");
        Files.createDirectory(folder);
        List<Path> files = new ArrayList<>();
        try (JarFile packed = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(code);
                JarOutputStream classes = new JarOutputStream(file, manifest(libraries(packed)))) {
            for (JarEntry entry : Collections.list(packed.entries())) {
                String name = entry.getName();
                if (entry.isDirectory()) {
                    continue;
                }
                if (name.startsWith(LIBRARIES)) {
                    Path library = folder.resolve(name.substring(LIBRARIES.length()));
                    try (InputStream content = packed.getInputStream(entry)) {
                        Files.copy(content, library);
                    }
                    files.add(library);
                } else if (name.startsWith(CLASSES)) {
                    classes.putNextEntry(new JarEntry(name.substring(CLASSES.length())));
                    try (InputStream content = packed.getInputStream(entry)) {
                        content.transferTo(classes);
                    }
                }
            }
        }
        files.add(code);
        for (Path file : files) {
            force(file);
        }
        return files;
    }

    /** In the order of the class path: {@code - "BOOT-INF/lib/x.jar"}, a line each. */
    private static List<String> libraries(JarFile packed) throws IOException {
        JarEntry order = packed.getJarEntry(ORDER);
        if (order == null) {
            return List.of();
        }
        try (InputStream content = packed.getInputStream(order)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(line.indexOf(LIBRARIES) + LIBRARIES.length(), line.lastIndexOf('"')))
                    .collect(Collectors.toList());
        }
    }

    private static Manifest manifest(List<String> libraries) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                libraries.stream().map(library -> "lib/" + library).collect(Collectors.joining(" ")));
        return manifest;
    }

    /** Has the file's bytes written to the disk itself. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Deletes a folder with all it holds; links are removed, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}

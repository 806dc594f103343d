package coop.laborfund.api.importing;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Where the bytes of a file come from; they may be read more than once. */
sealed interface Source {

    InputStream open() throws IOException;

    long size() throws IOException;

    /** Opens it as a zip archive. */
    ZipFile openZip(Workspace workspace) throws IOException;

    /** The stream, telling what share of it has been read. */
    default InputStream open(String name, ImportProgress progress) throws IOException {
        return new Counted(open(), name, size(), progress);
    }

    record OfPath(Path path) implements Source {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public ZipFile openZip(Workspace workspace) throws IOException {
            return new ZipFile(path.toFile());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and gone with the request that brought it
    record OfBytes(byte[] bytes) implements Source {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        /** A zip archive is read from its end, so it needs to be a file. */
        @Override
        public ZipFile openZip(Workspace workspace) throws IOException {
            Path copy = workspace.newFile();
            try {
                Files.write(copy, bytes);
                return new ZipFile(copy.toFile());
            } finally {
                // An open file can be read after its name is gone, and then leaves nothing behind.
                Files.delete(copy);
            }
        }
    }

    /** Counts what is read. */
    final class Counted extends FilterInputStream {
        private static final long STEP = 1 << 18;

        private final String name;
        private final long size;
        private final ImportProgress progress;
        private long read;
        private long told;

        Counted(InputStream in, String name, long size, ImportProgress progress) {
            super(in);
            this.name = name;
            this.size = size;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read - told >= STEP) {
                told = read;
                progress.at(ImportProgress.Stage.READING, name, Math.min(read, size), size);
            }
        }
    }
}

package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.MovementType;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Sorted postings that memory has no room for, one run after the other in a file without a name. */
final class PostingRuns implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final Account[] ACCOUNTS = Account.values();
    private static final MovementType[] TYPES = MovementType.values();

    private final FileChannel file;
    private final List<Run> runs = new ArrayList<>();

    private record Run(long begin, int postings) {}

    PostingRuns() {
        try {
            Path path = Files.createTempFile("laborfund-journal", "");
            // On Linux the name is gone once it is open, so that nothing is left of it however the process ends.
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void add(List<Posting> sorted) {
        try {
            long begin = file.size();
            file.position(begin);
            OutputStream out = Channels.newOutputStream(file);
            DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
            for (Posting posting : sorted) {
                write(data, posting);
            }
            data.flush();
            runs.add(new Run(begin, sorted.size()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Each run's postings. */
    List<Iterator<Posting>> read() {
        return runs.stream().<Iterator<Posting>>map(Reader::new).toList();
    }

    @SuppressWarnings("EnumOrdinal") // Read back by this very process.
    private static void write(DataOutputStream out, Posting posting) throws IOException {
        out.writeLong(posting.position());
        out.writeLong(posting.date().toEpochDay());
        text(out, posting.ref());
        out.writeByte(posting.type().ordinal());
        text(out, posting.memo());
        out.writeInt(posting.lines().size());
        for (Line line : posting.lines()) {
            out.writeByte(line.account().ordinal());
            text(out, line.sub());
            out.writeLong(line.amount().value());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private final class Reader implements Iterator<Posting> {
        private final DataInputStream in;
        private int left;

        Reader(Run run) {
            in = new DataInputStream(new BufferedInputStream(new At(run.begin), BUFFER));
            left = run.postings;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Posting next() {
            if (left-- <= 0) {
                throw new NoSuchElementException();
            }
            try {
                return read();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private Posting read() throws IOException {
            long position = in.readLong();
            LocalDate date = LocalDate.ofEpochDay(in.readLong());
            String ref = text();
            MovementType type = TYPES[in.readUnsignedByte()];
            String memo = text();
            int count = in.readInt();
            List<Line> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lines.add(new Line(ACCOUNTS[in.readUnsignedByte()], text(), Fen.of(in.readLong())));
            }
            return new Posting(position, date, ref, type, memo, lines);
        }

        private String text() throws IOException {
            int length = in.readInt();
            return length == 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
    }

    /** The file's bytes from a place on; several of them read side by side. */
    private final class At extends InputStream {
        private long place;

        At(long place) {
            this.place = place;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read through a buffer");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, from, length), place);
            place += Math.max(0, read);
            return read;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

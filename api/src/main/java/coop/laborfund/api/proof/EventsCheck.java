package coop.laborfund.api.proof;

import coop.laborfund.api.proof.EventReader.Read;
import coop.laborfund.ledger.event.RecordedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Goes through a pack's events once: this thread takes the file apart and follows the chain, others read the lines between. What
 * is held at a time is a few batches, whatever the file's length.
 */
final class EventsCheck {

    /** So many lines that are none, and the rest is not worth reading. */
    private static final int MOST_BAD_LINES = 1_000;

    private final String fund;
    private final Report report;
    private final ChainCheck chain;
    private final VouchersCheck vouchers;
    private final PackBooks books;
    private long line;
    private int badLines;
    private boolean whole = true;

    EventsCheck(String fund, Report report, ChainCheck chain, VouchersCheck vouchers, PackBooks books) {
        this.fund = fund;
        this.report = report;
        this.chain = chain;
        this.vouchers = vouchers;
        this.books = books;
    }

    /**
     * @param size of the file as it is told, for the progress
     * @return whether everything could be folded, so that what comes out of it can be compared
     */
    boolean run(InputStream in, long size, VerifyProgress progress) throws IOException {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        EventReader reader = new EventReader();
        LineBatches batches = new LineBatches(in);
        Deque<FutureTask<List<Read>>> reading = new ArrayDeque<>();
        long done = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (byte[] batch = batches.next(); batch != null && badLines < MOST_BAD_LINES; batch = batches.next()) {
                byte[] lines = batch;
                FutureTask<List<Read>> task = new FutureTask<>(() -> reader.read(lines));
                reading.add(task);
                pool.execute(task);
                done += batch.length;
                if (reading.size() > 2 * threads) {
                    takeFirst(reading);
                    progress.at(done, size);
                }
            }
            while (!reading.isEmpty()) {
                takeFirst(reading);
            }
        } catch (IllegalArgumentException tooLong) {
            report.found(
                    "events.ndjson 第 " + (line + 1) + " 行之后有一行长得不可能是事件,其后没有再读",
                    "events.ndjson has a line after line " + (line + 1)
                            + " that is too long for an event; nothing after it was read");
            whole = false;
        }
        chain.end();
        return whole && badLines < MOST_BAD_LINES;
    }

    /** Rather than wait for the first batch, this thread reads the last, which no other has begun yet if there is much to do. */
    private void takeFirst(Deque<FutureTask<List<Read>>> reading) throws IOException {
        FutureTask<List<Read>> first = reading.remove();
        if (!first.isDone() && !reading.isEmpty()) {
            reading.getLast().run();
        }
        take(first);
    }

    private void take(Future<List<Read>> batch) throws IOException {
        try {
            for (Read read : batch.get()) {
                line++;
                take(read);
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(ended));
        }
    }

    private void take(Read read) {
        EventLine event = read.line();
        if (event == null) {
            badLines++;
            whole = false;
            report.found(
                    "events.ndjson 第 " + line + " 行不是规范形式的事件(" + shortened(read.problem()) + ")",
                    "Line " + line + " of events.ndjson is no event in canonical form (" + shortened(read.problem())
                            + ")");
            return;
        }
        chain.next(new ChainCheck.Link(
                event.position(),
                read.ref(),
                event.sequence(),
                event.recordedAt(),
                event.previousHash(),
                event.hash(),
                event.isRight(),
                read.event() != null && read.event().circumstances().simulatedClock()));
        if (read.event() == null) {
            unreadable(event, read.problem());
        } else if (!event.fund().equals(fund) || !read.event().event().fund().equals(fund)) {
            whole = false;
            report.found(new Finding(event.position(), read.ref(), "这条事件属于别的基金", "this event is another fund's"));
        } else {
            fold(event, read);
        }
    }

    private void fold(EventLine event, Read read) {
        RecordedEvent recorded = Objects.requireNonNull(read.event());
        vouchers.next(recorded.event());
        try {
            books.add(recorded, read.entry(), read.text());
        } catch (UncheckedIOException broken) {
            throw broken;
        } catch (RuntimeException unfoldable) {
            // A sum that leaves the range of amounts, or what no rule would have let in.
            unreadable(event, String.valueOf(unfoldable.getMessage()));
        }
    }

    private void unreadable(EventLine event, String problem) {
        whole = false;
        report.found(new Finding(
                event.position(),
                null,
                "这条事件的内容无法读懂(" + shortened(problem) + ")",
                "this event cannot be understood (" + shortened(problem) + ")"));
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }
}

package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Postings as bytes that this very process reads again. */
final class PostingBytes {

    private static final Account[] ACCOUNTS = Account.values();
    private static final MovementType[] TYPES = MovementType.values();

    private PostingBytes() {}

    /** All of a posting but its date. */
    @SuppressWarnings("EnumOrdinal") // Read back by this very process.
    static byte[] write(Posting posting) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(posting.position());
            text(out, posting.ref());
            out.writeByte(posting.type().ordinal());
            text(out, posting.memo());
            out.writeInt(posting.lines().size());
            for (Line line : posting.lines()) {
                out.writeByte(line.account().ordinal());
                text(out, line.sub());
                out.writeLong(line.amount().value());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The next posting, which has this date. */
    static Posting read(LocalDate date, DataInputStream in) throws IOException {
        long position = in.readLong();
        String ref = text(in);
        MovementType type = TYPES[in.readUnsignedByte()];
        String memo = text(in);
        int count = in.readInt();
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(ACCOUNTS[in.readUnsignedByte()], text(in), Fen.of(in.readLong())));
        }
        return new Posting(position, date, ref, type, memo, lines);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}

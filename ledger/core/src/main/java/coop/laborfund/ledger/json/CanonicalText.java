package coop.laborfund.ledger.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bytes that must be canonical JSON (RFC 8785) from left to right: no spaces, keys in their order and once, only those
 * characters escaped that must be, whole numbers in their one form. What it passes over, any program that canonicalises would
 * write with the same bytes, so nothing has to be written again to be sure.
 *
 * <p>That the bytes are UTF-8 is its user's to check. Every method throws {@link IllegalArgumentException} for what is otherwise.
 */
public final class CanonicalText {

    private static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final byte[] text;
    private final int end;
    private int at;

    public CanonicalText(byte[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    public int at() {
        return at;
    }

    public boolean isAtEnd() {
        return at == end;
    }

    /** Passes over exactly these bytes. */
    public void expect(byte[] literal) {
        if (!skip(literal, 0, literal.length)) {
            throw wrong();
        }
    }

    /** Passes over these bytes, a part of others, if they are next. */
    public boolean skip(byte[] bytes, int from, int to) {
        int length = to - from;
        boolean next = end - at >= length && Arrays.equals(text, at, at + length, bytes, from, to);
        if (next) {
            at += length;
        }
        return next;
    }

    /** A string; returns what it says. */
    public String string() {
        int begin = at;
        return skipString()
                ? unescaped(begin, at)
                : new String(text, begin + 1, at - begin - 2, StandardCharsets.UTF_8);
    }

    /** A string that says nothing to anybody here. */
    public void anyString() {
        skipString();
    }

    /** A string of a fixed form, in which {@code d} is a digit, {@code h} a small hexadecimal one and all else itself. */
    public String string(String form) {
        take('"');
        int begin = at;
        if (end - at <= form.length()) {
            throw wrong();
        }
        for (int i = 0; i < form.length(); i++) {
            byte found = text[at];
            char wanted = form.charAt(i);
            if (!fits(wanted, found)) {
                throw wrong();
            }
            at++;
        }
        take('"');
        return new String(text, begin, form.length(), StandardCharsets.ISO_8859_1);
    }

    private static boolean fits(char wanted, byte found) {
        if (wanted == 'h') {
            return Kinds.is(Kinds.HEX, found);
        }
        return wanted == 'd' ? Kinds.is(Kinds.DIGIT, found) : found == wanted;
    }

    /** A whole number of zero or more. */
    public long whole() {
        int begin = at;
        number();
        if (text[begin] == '-') {
            throw wrong();
        }
        return value(begin, at);
    }

    /** So many digits, of a number that stands in a string. */
    int digits(int count) {
        int begin = at;
        for (int i = 0; i < count; i++) {
            if (!Kinds.is(Kinds.DIGIT, (byte) peek())) {
                throw wrong();
            }
            at++;
        }
        return (int) value(begin, at);
    }

    /** As many digits as there are, one at least, of a number that stands in a string. */
    long digits() {
        int begin = at;
        while (at < end && Kinds.is(Kinds.DIGIT, text[at])) {
            at++;
        }
        if (at == begin || at - begin > MOST_DIGITS) {
            throw wrong();
        }
        return value(begin, at);
    }

    private long value(int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    /** Passes over this character if it is next. */
    boolean skip(char character) {
        if (at < end && text[at] == character) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over {@code null} if it is next. */
    boolean skipNull() {
        if (at < end && text[at] == 'n') {
            expect(Literals.NULL);
            return true;
        }
        return false;
    }

    public void object() {
        object(0);
    }

    private void value(int depth) {
        if (depth > DEEPEST) {
            throw wrong();
        }
        char next = peek();
        if (next == '{') {
            object(depth);
        } else if (next == '[') {
            array(depth);
        } else {
            scalar(next);
        }
    }

    private void scalar(char next) {
        if (next == '"') {
            skipString();
            return;
        }
        for (byte[] literal : Literals.ALL) {
            if (literal[0] == next) {
                expect(literal);
                return;
            }
        }
        number();
    }

    private void object(int depth) {
        take('{');
        if (peek() == '}') {
            at++;
            return;
        }
        int previous = -1;
        int previousEnd = -1;
        do {
            int key = at;
            skipString();
            if (previous >= 0 && !isBefore(previous, previousEnd, key, at)) {
                throw wrong();
            }
            previous = key;
            previousEnd = at;
            take(':');
            value(depth + 1);
        } while (more('}'));
    }

    private void array(int depth) {
        take('[');
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            value(depth + 1);
        } while (more(']'));
    }

    private boolean more(char close) {
        if (peek() == ',') {
            at++;
            return true;
        }
        take(close);
        return false;
    }

    /** Returns whether it has an escape. */
    private boolean skipString() {
        take('"');
        boolean escapes = false;
        while (true) {
            while (at + Long.BYTES <= end && !Kinds.hasSpecial((long) EIGHT_BYTES.get(text, at))) {
                at += Long.BYTES;
            }
            while (at < end && !Kinds.is(Kinds.SPECIAL, text[at])) {
                at++;
            }
            char special = peek();
            at++;
            if (special == '"') {
                return escapes;
            }
            if (special != '\\') {
                throw wrong();
            }
            escapes = true;
            escape();
        }
    }

    /** The five short escapes, quote and backslash; other control characters as four small hexadecimal digits. */
    private void escape() {
        char escaped = peek();
        at++;
        if ("\"\\bfnrt".indexOf(escaped) >= 0) {
            return;
        }
        if (escaped != 'u' || end - at < 4) {
            throw wrong();
        }
        String digits = new String(text, at, 4, StandardCharsets.ISO_8859_1);
        at += 4;
        boolean small = digits.startsWith("00")
                && "01".indexOf(digits.charAt(2)) >= 0
                && "0123456789abcdef".indexOf(digits.charAt(3)) >= 0;
        if (!small || "\b\f\n\r\t".indexOf((char) Integer.parseInt(digits, 16)) >= 0) {
            throw wrong();
        }
    }

    private void number() {
        int begin = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        int count = at - digits;
        boolean zero = count > 0 && text[digits] == '0';
        if (count == 0 || count > MOST_DIGITS || (zero && (count > 1 || begin < digits))) {
            throw wrong();
        }
    }

    /** Keys are ordered by UTF-16 units, which for plain ASCII is the order of the bytes. */
    private boolean isBefore(int one, int oneEnd, int other, int otherEnd) {
        if (isPlain(one, oneEnd) && isPlain(other, otherEnd)) {
            return Arrays.compare(text, one + 1, oneEnd - 1, text, other + 1, otherEnd - 1) < 0;
        }
        return unescaped(one, oneEnd).compareTo(unescaped(other, otherEnd)) < 0;
    }

    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < 0 || text[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private String unescaped(int from, int to) {
        return JSON.readValue(text, from, to - from, String.class);
    }

    private char peek() {
        if (at >= end) {
            throw wrong();
        }
        return (char) (text[at] & 0xff);
    }

    /** Passes over exactly this character. */
    void take(char character) {
        if (peek() != character) {
            throw wrong();
        }
        at++;
    }

    /** For what is read from here to mean something that it does not. */
    IllegalArgumentException wrong() {
        return new IllegalArgumentException("byte " + at);
    }

    /** What kinds of byte there are, looked up: most of the time goes into passing over them. */
    private static final class Kinds {
        private static final byte DIGIT = 1;
        private static final byte HEX = 2;

        /** Ends a run of a string's plain characters. */
        private static final byte SPECIAL = 4;

        private static final byte[] OF = new byte[1 << Byte.SIZE];

        static {
            for (int i = 0; i < OF.length; i++) {
                boolean digit = i >= '0' && i <= '9';
                boolean hex = digit || (i >= 'a' && i <= 'f');
                boolean special = i < ' ' || i == '"' || i == '\\';
                OF[i] = (byte) ((digit ? DIGIT : 0) | (hex ? HEX : 0) | (special ? SPECIAL : 0));
            }
        }

        /** A one in each of eight bytes. */
        private static final long ONES = 0x0101_0101_0101_0101L;

        private static final long HIGHEST_BITS = ONES << 7;

        static boolean is(byte kind, byte found) {
            return (OF[found & 0xff] & kind) != 0;
        }

        /** Whether one of eight bytes ends a run of plain characters; a byte that borrows from the next says no less. */
        static boolean hasSpecial(long bytes) {
            long control = (bytes - ONES * ' ') & ~bytes;
            long quote = bytes ^ (ONES * '"');
            long backslash = bytes ^ (ONES * '\\');
            return ((control | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGHEST_BITS) != 0;
        }
    }

    private static final class Literals {
        private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
        private static final List<byte[]> ALL =
                List.of("true".getBytes(StandardCharsets.US_ASCII), "false".getBytes(StandardCharsets.US_ASCII), NULL);
    }
}

package coop.laborfund.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be read at a glance: a file has one reason to change, and a method fits a screen. Tests are read too. */
class SourceShapeTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;

    private static final Path ROOT = Path.of("..");
    private static final Pattern BRACE_OR_END = Pattern.compile("[{};]");
    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\b");

    /** A block of code that is open: of a type, of a method, or within one. */
    private record Block(Kind kind, int from) {}

    private enum Kind {
        TYPE,
        METHOD,
        OTHER
    }

    @Test
    void noFileIsLongerThanItsReason() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            long lines = Files.readString(file).lines().count();
            if (lines > LONGEST_FILE) {
                tooLong.add(ROOT.relativize(file) + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            longMethods(JavaText.codeOf(Files.readString(file)), LONGEST_METHOD)
                    .forEach(method -> tooLong.add(ROOT.relativize(file) + ": " + method));
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void aLongMethodIsSeen() {
        String source =
                "class A {\n void b() {\n if (c()) {\n d(\n e -> {\n f();\n });\n }\n }\n record G(int h) {\n G {\n i();\n }\n }\n}";

        assertThat(longMethods(source, 7)).containsExactly("line 2, 8 lines");
        assertThat(longMethods(source, 8)).isEmpty();
    }

    /** Methods of more lines than {@code most}, from the end of what stands before each to its brace. */
    private static List<String> longMethods(String code, int most) {
        List<String> found = new ArrayList<>();
        Deque<Block> open = new ArrayDeque<>();
        int last = 0;
        Matcher matcher = BRACE_OR_END.matcher(code);
        while (matcher.find()) {
            if (matcher.group().equals("{")) {
                String header = code.substring(last, matcher.start());
                open.push(new Block(
                        kind(header, open),
                        matcher.start() - header.stripLeading().length()));
            } else if (matcher.group().equals("}") && !open.isEmpty()) {
                Block block = open.pop();
                int lines = lines(code, block.from, matcher.end());
                if (block.kind == Kind.METHOD && lines > most) {
                    found.add("line " + lines(code, 0, block.from + 1) + ", " + lines + " lines");
                }
            }
            last = matcher.end();
        }
        return found;
    }

    private static Kind kind(String header, Deque<Block> open) {
        if (TYPE.matcher(header).find()) {
            return Kind.TYPE;
        }
        boolean inType = !open.isEmpty() && open.peek().kind == Kind.TYPE;
        return inType && header.contains("(") ? Kind.METHOD : Kind.OTHER;
    }

    private static int lines(String text, int from, int to) {
        return (int) text.substring(from, to).lines().count();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module :
                List.of("ledger/core", "ledger/engine", "projections/folds", "projections/tables", "api")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}

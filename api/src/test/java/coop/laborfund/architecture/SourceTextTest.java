package coop.laborfund.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the house that only the source shows. */
class SourceTextTest {

    /**
     * A default branch in a switch over a sealed type hides the next event from the compiler. Text cannot tell what a
     * switch is over, so there is none at all in these modules, but in the files named here, each with its reason.
     */
    private static final Set<String> MAY_HAVE_DEFAULT = Set.of();

    /** Where switches over sealed types live. */
    private static final List<String> BELOW_THE_APPLICATION =
            List.of("ledger/core", "ledger/engine", "projections/folds", "projections/tables");

    private static final List<String> ALL_MODULES =
            Stream.concat(BELOW_THE_APPLICATION.stream(), Stream.of("api")).toList();

    private static final Pattern DEFAULT_BRANCH = Pattern.compile("\\bdefault\\s*(->|:)");

    private static final Pattern FLOATING = Pattern.compile(
            "\\b(double|float|Double|Float)\\b|(?<![\\w.])\\d[\\d_]*\\.\\d[\\d_]*|(?<![\\w.])\\d+[eE]\\d+");

    @Test
    void noSwitchOfTheLedgerOrTheProjectionsHasADefaultBranch() throws IOException {
        assertThat(findings(DEFAULT_BRANCH, BELOW_THE_APPLICATION))
                .filteredOn(finding -> MAY_HAVE_DEFAULT.stream().noneMatch(finding::startsWith))
                .isEmpty();
    }

    @Test
    void noFileCountsInFloatingPoint() throws IOException {
        assertThat(findings(FLOATING, ALL_MODULES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (a) { case 1 -> b(); default -> c(); }",
                "switch (a) { case null, default -> c(); }",
                "switch (a) { case 1: b(); default : c(); }",
            })
    void aDefaultBranchIsSeen(String source) {
        assertThat(DEFAULT_BRANCH.matcher(JavaText.codeOf(source)).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface A { default void b() {} }",
                "@interface A { int b() default 1; }",
                "// default -> in a comment",
                "String a = \"default -> \\\" default:\"; char b = '\"';",
                "String a = \"\"\"\n default -> \"quoted\"\n\"\"\"; /* default: */",
            })
    void whatIsNoDefaultBranchIsNot(String source) {
        assertThat(DEFAULT_BRANCH.matcher(JavaText.codeOf(source)).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double a;",
                "List<Double> a;",
                "var a = 1.5;",
                "var a = 1e9;",
                "(float) a",
                "long a = (long) 0.5;"
            })
    void floatingPointIsSeen(String source) {
        assertThat(FLOATING.matcher(JavaText.codeOf(source)).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/** double entry, 0.5 % */ long a = 1_000;", "String a = \"1.50\";", "int a1e5 = 0x1e5;"})
    void whatIsNoFloatingPointIsNot(String source) {
        assertThat(FLOATING.matcher(JavaText.codeOf(source)).find()).isFalse();
    }

    /** {@code module/…/File.java:line: the line} for every place where the pattern is found in code. */
    private static List<String> findings(Pattern pattern, List<String> modules) throws IOException {
        Path root = Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .resolve("..")
                .normalize();
        List<String> findings = new ArrayList<>();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    addFindings(findings, pattern, root, file);
                }
            }
        }
        return findings;
    }

    private static void addFindings(List<String> findings, Pattern pattern, Path root, Path file) throws IOException {
        String source = Files.readString(file);
        List<String> lines = source.lines().toList();
        Matcher matcher = pattern.matcher(JavaText.codeOf(source));
        while (matcher.find()) {
            int line = (int) source.substring(0, matcher.start()).lines().count();
            String text =
                    lines.get(Math.max(0, Math.min(line, lines.size()) - 1)).strip();
            findings.add(root.relativize(file) + ":" + line + ": " + text);
        }
    }
}

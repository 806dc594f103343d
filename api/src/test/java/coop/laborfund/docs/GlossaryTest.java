package coop.laborfund.docs;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.docs.Glossary.Section;
import coop.laborfund.docs.Glossary.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code GLOSSARY.md} has the words of the code, and each means one thing. */
class GlossaryTest {

    private static final CheckedText FILE = new CheckedText(Path.of("../ledger/GLOSSARY.md"), GlossaryTest.class);

    /** Chinese words that stand for several identifiers, and why that is right. */
    private static final Map<String, String> SHARED_CHINESE = Map.of(
            "管理费用", "科目和记到它的业务同名，科目两版各一 · the accounts of both charts are called as the movement",
            "盈余公积", "弥补亏损的来源就是这个科目 · what covers a loss is this account");

    /** Identifiers that stand for several Chinese words, and why. */
    private static final Map<String, String> SHARED_ENGLISH = Map.of(
            "RESERVE", "付款方说风险准备金；弥补亏损只用其中的盈余公积 · the payer's reserve; of it, a loss is covered by 盈余公积 alone",
            "advance", "业务里是投放，列里填它的编号 · the column holds the id of what the term means");

    @Test
    void saysWhatTheCodeSays() throws IOException {
        FILE.holds(document());
    }

    @Test
    void noTwoIdentifiersStandForOneTerm() {
        assertThat(shared(Term::chinese, Term::english).keySet()).isEqualTo(SHARED_CHINESE.keySet());
    }

    @Test
    void noTwoTermsHaveOneIdentifier() {
        assertThat(shared(Term::english, Term::chinese).keySet()).isEqualTo(SHARED_ENGLISH.keySet());
    }

    private static Map<String, Set<String>> shared(Function<Term, String> word, Function<Term, String> other) {
        Map<String, Set<String>> others = new TreeMap<>();
        for (Section section : Glossary.sections()) {
            section.terms()
                    .forEach(term -> others.computeIfAbsent(word.apply(term), key -> new TreeSet<>())
                            .add(other.apply(term)));
        }
        others.values().removeIf(words -> words.size() == 1);
        return others;
    }

    private static String document() {
        return """
                # 词汇 · Glossary

                由程序生成，不要手改；改了代码之后重写它： · Made from the code, not by hand; to write it again:
                `%s`

                村民看中文，程序看英文；一个中文词只对一个英文名，例外和理由在最后。每张表按英文排序。
                The villager reads the Chinese, the program the English; one word has one name, with the exceptions and their
                reasons at the end. Each table is sorted by its English.

                %s
                ## 一词两用 · Words that serve twice

                %s""".formatted(
                        FILE.command(),
                        Glossary.sections().stream().map(GlossaryTest::table).collect(Collectors.joining("\n")),
                        reasons());
    }

    private static String table(Section section) {
        boolean noted = !section.noteTitle().isEmpty();
        return "## %s\n\n| 中文 | English |%s\n|---|---|%s\n"
                        .formatted(section.title(), noted ? " " + section.noteTitle() + " |" : "", noted ? "---|" : "")
                + section.terms().stream()
                        .map(term -> "| %s | %s |%s\n"
                                .formatted(term.chinese(), named(term), noted ? " " + term.note() + " |" : ""))
                        .collect(Collectors.joining());
    }

    /** Codes look like codes; the scheme's own terms are plain words. */
    private static String named(Term term) {
        return DomainTerms.ALL.contains(term) ? term.english() : "`" + term.english() + "`";
    }

    private static String reasons() {
        return new TreeMap<>(SHARED_CHINESE)
                        .entrySet().stream()
                                .map(word -> "- %s: %s\n".formatted(word.getKey(), word.getValue()))
                                .collect(Collectors.joining())
                + new TreeMap<>(SHARED_ENGLISH)
                        .entrySet().stream()
                                .map(word -> "- `%s`: %s\n".formatted(word.getKey(), word.getValue()))
                                .collect(Collectors.joining());
    }
}

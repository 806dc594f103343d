package coop.laborfund.architecture;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Java source as text, for rules that the compiled classes no longer show. */
final class JavaText {

    /** Comments, text blocks, strings, characters: whichever begins first. */
    private static final Pattern NOT_CODE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    private JavaText() {}

    /** The code alone: comments and literals blanked, every line where it was. */
    static String codeOf(String source) {
        return NOT_CODE.matcher(source).replaceAll(JavaText::blank);
    }

    private static String blank(MatchResult match) {
        return match.group().replaceAll("[^\\n]", " ");
    }
}

package coop.laborfund.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The form of the decisions: each can be referred to, and says whether it still holds. */
class DecisionsTest {

    private static final Pattern DECISION =
            Pattern.compile("\\*\\*(D\\d{3}) · \\d{4}-\\d{2}-\\d{2} · (in force|superseded by (D\\d{3})) · \\S.*");

    private static final Pattern BEGINNING = Pattern.compile("(?m)^\\*\\*.*$");

    @Test
    void eachHasAnIdOfItsOwnADateAndAStatus() throws IOException {
        List<Matcher> decisions = BEGINNING
                .matcher(Files.readString(Path.of("../ledger/DECISIONS.md")))
                .results()
                .map(line -> DECISION.matcher(line.group()))
                .toList();

        assertThat(decisions)
                .isNotEmpty()
                .allSatisfy(decision ->
                        assertThat(decision.matches()).as(decision.toString()).isTrue());
        List<String> ids = decisions.stream().map(decision -> decision.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(decisions)
                .filteredOn(decision -> decision.group(3) != null)
                .allSatisfy(decision -> assertThat(decision.group(3)).isIn(ids).isNotEqualTo(decision.group(1)));
    }
}

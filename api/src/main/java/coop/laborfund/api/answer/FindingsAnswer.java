package coop.laborfund.api.answer;

import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.projections.finding.Finding;
import coop.laborfund.projections.finding.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector should look at in a fund (疑点), money as strings of yuan.
 *
 * @param asOf the day that is asked about
 * @param position the last position that was taken into account
 * @param findings by the number of their rule
 * @param noData the numbers of the rules that nothing is recorded about
 */
public record FindingsAnswer(
        String fund, String asOf, long position, List<FindingItem> findings, List<Integer> noData) {

    /**
     * One thing to look at.
     *
     * @param number that of its rule
     * @param severity {@code CHECK} 要查 or {@code NOTE} 留意
     * @param since the day from which it is so, or on which it happened first
     * @param zh what it is, as is {@code en}
     * @param evidence positions of events that show it, the first hundred of them
     */
    public record FindingItem(
            int number, String severity, String since, String amount, String zh, String en, List<Long> evidence) {

        private static FindingItem of(Finding finding) {
            Words words = words(finding);
            return new FindingItem(
                    finding.what().number(),
                    finding.what().severity().name(),
                    finding.since().toString(),
                    finding.amount().toString(),
                    words.chinese(),
                    words.english(),
                    finding.evidence());
        }
    }

    public static FindingsAnswer of(Findings findings) {
        return new FindingsAnswer(
                findings.scope().fund(),
                findings.scope().asOf().toString(),
                findings.scope().knownAt(),
                findings.findings().stream().map(FindingItem::of).toList(),
                List.copyOf(findings.noData()));
    }

    /** How many rules were asked. */
    public static int asked(FindingsAnswer answer) {
        return Findings.RULES - answer.noData.size();
    }

    private static Words words(Finding finding) {
        @Nullable
        Object[] details = finding.details().stream().map(FindingsAnswer::told).toArray();
        return Words.of(Area.FINDINGS, finding.what().name(), details);
    }

    private static Object told(Object detail) {
        if (detail instanceof Word word) {
            return new Words(word.chinese(), word.name());
        }
        if (detail instanceof List<?> list) {
            List<String> items = list.stream().map(String::valueOf).toList();
            return new Words(String.join("、", items), String.join(", ", items));
        }
        return detail;
    }
}

package coop.laborfund.api.cli;

import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import java.io.PrintWriter;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The movements that each verdict rests on, for terminals. */
final class EvidenceTable {

    private EvidenceTable() {}

    /** @param household whose evidence is listed instead of that of all households, null for all */
    static void print(PrintWriter out, Verdicts verdicts, @Nullable String household, Map<Long, Evidence> movements) {
        print(out, Guarantee.CAPITAL_SAFETY.chinese(), verdicts.capitalSafety().evidence(), movements);
        print(
                out,
                Guarantee.COLLECTIVE_INCOME.chinese(),
                verdicts.collectiveIncome().evidence(),
                movements);
        EmploymentIncome employment = verdicts.employmentIncome();
        if (household == null) {
            print(out, Guarantee.EMPLOYMENT_INCOME.chinese(), employment.evidence(), movements);
            return;
        }
        HouseholdVerdict verdict = employment.households().stream()
                .filter(candidate -> candidate.household().equals(household))
                .findFirst()
                .orElseThrow(() -> notJudged(household));
        String title = Guarantee.EMPLOYMENT_INCOME.chinese() + " " + household + " "
                + verdict.verdict().chinese() + " " + verdict.verdict().name() + " "
                + CommandWords.together("evidence.months") + " " + verdict.months()
                + " " + CommandWords.together("evidence.income") + " " + verdict.income() + " "
                + CommandWords.together("evidence.paid") + " " + verdict.paid() + " "
                + CommandWords.together("evidence.line") + " " + verdict.line()
                + " " + CommandWords.heading("shortfall") + " " + verdict.shortfall();
        print(out, title, verdict.evidence(), movements);
    }

    private static void print(PrintWriter out, String title, SortedSet<Long> positions, Map<Long, Evidence> movements) {
        out.println();
        out.println(title + ":" + CommandWords.together("evidence.title"));
        TextTable table = new TextTable(">position", "date", "ref", "type", ">amount", "memo");
        Evidence.at(positions, movements)
                .forEach(movement -> table.row(
                        movement.position(),
                        movement.date(),
                        movement.ref(),
                        movement.type().chinese() + " " + movement.type().name(),
                        movement.amount(),
                        oneLine(movement.memo())));
        table.print(out);
    }

    /** A memo may hold line breaks and tabs. */
    static String oneLine(String memo) {
        return memo.replaceAll("\\p{Cntrl}+", " ");
    }

    private static CommandException notJudged(String household) {
        return new CommandException(ExitStatus.REFUSED, Words.of("householdNotJudged", household));
    }
}

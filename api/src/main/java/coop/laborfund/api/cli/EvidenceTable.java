package coop.laborfund.api.cli;

import coop.laborfund.api.answer.ReasonAnswer;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.CollectiveIncomeTarget;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Reason;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What each verdict lacks and the movements that it rests on, for terminals. */
final class EvidenceTable {

    private EvidenceTable() {}

    /** @param household whose evidence is listed instead of that of all households, null for all */
    static void print(PrintWriter out, Verdicts verdicts, @Nullable String household, Map<Long, Evidence> movements) {
        CapitalSafety capital = verdicts.capitalSafety();
        print(out, Guarantee.CAPITAL_SAFETY.chinese(), capital.reasons(), capital.evidence(), movements);
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        print(out, Guarantee.COLLECTIVE_INCOME.chinese(), village.reasons(), village.evidence(), movements);
        EmploymentIncome employment = verdicts.employmentIncome();
        if (household == null) {
            print(out, Guarantee.EMPLOYMENT_INCOME.chinese(), employment.reasons(), employment.evidence(), movements);
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
        print(out, title, verdict.reasons(), verdict.evidence(), movements);
    }

    private static void print(
            PrintWriter out,
            String title,
            List<Reason> reasons,
            SortedSet<Long> positions,
            Map<Long, Evidence> movements) {
        out.println();
        out.println(title + ":" + CommandWords.together("evidence.title"));
        ReasonAnswer.of(reasons).forEach(reason -> out.println("- " + reason.zh() + " " + reason.en()));
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

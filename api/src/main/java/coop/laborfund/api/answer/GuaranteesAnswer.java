package coop.laborfund.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.CollectiveIncomeTarget;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Verdicts;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The three verdicts, money as strings of yuan.
 *
 * @param policy canonical texts in force on the earlier of {@code asOf} and 31 December of {@code year}, the amounts of years as on
 *     {@code asOf}
 */
public record GuaranteesAnswer(
        String fund,
        int year,
        String asOf,
        long position,
        SortedMap<String, String> policy,

        @ArraySchema(schema = @Schema(oneOf = {Capital.class, Collective.class, Employment.class}))
        List<Object> guarantees) {

    private static final String FUND = "FUND";

    /** 资金安全. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Capital(
            @Schema(allowableValues = "CAPITAL_SAFETY") String guarantee,
            String subject,
            String verdict,
            String shares,
            String allocated,
            String coverage,
            String outstanding,
            String goodAdvances,
            String secured,
            String reserve,
            String shortfall,
            @Nullable SortedSet<Long> evidence,
            @Nullable List<ReasonAnswer> reasons) {}

    /** 集体收入. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Collective(
            @Schema(allowableValues = "COLLECTIVE_INCOME") String guarantee,
            String subject,
            String verdict,
            String earned,
            String unremitted,
            String received,
            String paid,
            String target,
            String shortfall,
            @Nullable SortedSet<Long> evidence,
            @Nullable List<ReasonAnswer> reasons) {}

    /** 就业增收. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Employment(
            @Schema(allowableValues = "EMPLOYMENT_INCOME") String guarantee,
            String subject,
            String verdict,
            int satisfied,
            int total,
            String shortfall,
            List<Household> households,
            @Nullable SortedSet<Long> evidence,
            @Nullable List<ReasonAnswer> reasons) {}

    /** 就业增收 of one household. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Household(
            String household,
            String verdict,
            int months,
            String income,
            String paid,
            String line,
            String shortfall,
            int monthsShort,
            @Nullable SortedSet<Long> evidence,
            @Nullable List<ReasonAnswer> reasons) {}

    /** @param evidence whether each verdict bears the positions of the events that it rests on, and its reasons */
    public static GuaranteesAnswer of(Verdicts verdicts, boolean evidence) {
        return new GuaranteesAnswer(
                verdicts.fund(),
                verdicts.year(),
                verdicts.asOf().toString(),
                verdicts.position(),
                verdicts.policy(),
                List.of(
                        capital(verdicts.capitalSafety(), evidence),
                        collective(verdicts.collectiveIncome(), evidence),
                        employment(verdicts.employmentIncome(), evidence)));
    }

    private static Capital capital(CapitalSafety capital, boolean evidence) {
        return new Capital(
                Guarantee.CAPITAL_SAFETY.name(),
                FUND,
                capital.verdict().name(),
                capital.shares().toString(),
                capital.allocated().toString(),
                capital.coverage().toString(),
                capital.outstanding().toString(),
                capital.goodAdvances().toString(),
                capital.secured().toString(),
                capital.reserve().toString(),
                capital.shortfall().toString(),
                evidence ? capital.evidence() : null,
                evidence ? ReasonAnswer.of(capital.reasons()) : null);
    }

    private static Collective collective(CollectiveIncomeTarget income, boolean evidence) {
        return new Collective(
                Guarantee.COLLECTIVE_INCOME.name(),
                income.village(),
                income.verdict().name(),
                income.earned().toString(),
                income.unremitted().toString(),
                income.received().toString(),
                income.paid().toString(),
                income.target().toString(),
                income.shortfall().toString(),
                evidence ? income.evidence() : null,
                evidence ? ReasonAnswer.of(income.reasons()) : null);
    }

    private static Employment employment(EmploymentIncome employment, boolean evidence) {
        return new Employment(
                Guarantee.EMPLOYMENT_INCOME.name(),
                FUND,
                employment.verdict().name(),
                employment.satisfied(),
                employment.total(),
                employment.shortfall().toString(),
                employment.households().stream()
                        .map(household -> household(household, evidence))
                        .toList(),
                evidence ? employment.evidence() : null,
                evidence ? ReasonAnswer.of(employment.reasons()) : null);
    }

    private static Household household(HouseholdVerdict household, boolean evidence) {
        return new Household(
                household.household(),
                household.verdict().name(),
                household.months(),
                household.income().toString(),
                household.paid().toString(),
                household.line().toString(),
                household.shortfall().toString(),
                household.monthsShort(),
                evidence ? household.evidence() : null,
                evidence ? ReasonAnswer.of(household.reasons()) : null);
    }
}

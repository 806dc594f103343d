package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.ReasonAnswer;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.CollectiveIncomeTarget;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Reason;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The three verdicts as tables: themselves and the households', and what they rest on. */
final class GuaranteeSheets {

    private static final String FUND = "FUND";

    private GuaranteeSheets() {}

    /** The verdicts and, where asked for, their evidence. */
    static Sheet[] all(Verdicts verdicts, Map<Long, Evidence> movements, boolean evidence) {
        Sheet judged = verdicts(verdicts);
        Sheet figures = figures(verdicts);
        return evidence
                ? new Sheet[] {judged, figures, evidence(verdicts, movements), reasons(verdicts)}
                : new Sheet[] {judged, figures};
    }

    /** A row for each verdict, the households' after the fund's. */
    static Sheet verdicts(Verdicts verdicts) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("guarantee", "三保", 14),
                new Sheet.Column("subject", "对象", 18),
                new Sheet.Column("verdict", "判定", 14),
                new Sheet.Column("have", "收入或保障", 16),
                new Sheet.Column("paid", "代偿", 16),
                new Sheet.Column("need", "目标或股金", 16),
                new Sheet.Column("shortfall", "缺口", 16),
                new Sheet.Column("months", "工资月数", 10),
                new Sheet.Column("monthsShort", "月数缺口", 10));
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        CapitalSafety capital = verdicts.capitalSafety();
        rows.add(row(
                Guarantee.CAPITAL_SAFETY,
                FUND,
                capital.verdict(),
                Sheet.money(capital.coverage()),
                Sheet.empty(),
                Sheet.money(capital.shares()),
                capital.shortfall()));
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        rows.add(row(
                Guarantee.COLLECTIVE_INCOME,
                village.village(),
                village.verdict(),
                Sheet.money(village.received()),
                Sheet.money(village.paid()),
                Sheet.money(village.target()),
                village.shortfall()));
        EmploymentIncome employment = verdicts.employmentIncome();
        rows.add(row(
                Guarantee.EMPLOYMENT_INCOME,
                FUND,
                employment.verdict(),
                Sheet.empty(),
                Sheet.empty(),
                Sheet.empty(),
                employment.shortfall()));
        employment.households().forEach(household -> rows.add(row(household)));
        return new Sheet("三保", columns, rows);
    }

    private static List<Sheet.Cell> row(
            Guarantee guarantee,
            String subject,
            Verdict verdict,
            Sheet.Cell income,
            Sheet.Cell paid,
            Sheet.Cell target,
            Fen shortfall) {
        return List.of(
                term(guarantee),
                Sheet.words(subject),
                new Sheet.Term(verdict.name(), verdict.chinese()),
                income,
                paid,
                target,
                Sheet.money(shortfall),
                Sheet.empty(),
                Sheet.empty());
    }

    private static List<Sheet.Cell> row(HouseholdVerdict household) {
        List<Sheet.Cell> cells = new ArrayList<>(row(
                Guarantee.EMPLOYMENT_INCOME,
                household.household(),
                household.verdict(),
                Sheet.money(household.income()),
                Sheet.money(household.paid()),
                Sheet.money(household.line()),
                household.shortfall()));
        cells.set(cells.size() - 2, Sheet.whole(household.months()));
        cells.set(cells.size() - 1, Sheet.whole(household.monthsShort()));
        return cells;
    }

    private static Sheet.Cell term(Guarantee guarantee) {
        return new Sheet.Term(guarantee.name(), guarantee.chinese());
    }

    /** The capital's figures and the village's, and how many households are satisfied. */
    private static Sheet figures(Verdicts verdicts) {
        CapitalSafety capital = verdicts.capitalSafety();
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        EmploymentIncome employment = verdicts.employmentIncome();
        List<Sheet.Column> columns = List.of(new Sheet.Column("figure", "指标", 24), new Sheet.Column("value", "数值", 18));
        return new Sheet(
                "指标",
                columns,
                List.of(
                        List.of(Sheet.words("年度"), Sheet.whole(verdicts.year())),
                        List.of(Sheet.words("判定日"), Sheet.day(verdicts.asOf())),
                        List.of(Sheet.words("位置"), Sheet.whole(verdicts.position())),
                        List.of(Sheet.words("股金"), Sheet.money(capital.shares())),
                        List.of(Sheet.words("本年分摊亏损"), Sheet.money(capital.allocated())),
                        List.of(Sheet.words("保障"), Sheet.money(capital.coverage())),
                        List.of(Sheet.words("投放余额"), Sheet.money(capital.outstanding())),
                        List.of(Sheet.words("正常投放"), Sheet.money(capital.goodAdvances())),
                        List.of(Sheet.words("保证金担保"), Sheet.money(capital.secured())),
                        List.of(Sheet.words("风险准备金"), Sheet.money(capital.reserve())),
                        List.of(Sheet.words("村集体收入"), Sheet.money(village.earned())),
                        List.of(Sheet.words("未拨付村集体"), Sheet.money(village.unremitted())),
                        List.of(Sheet.words("达标户数"), Sheet.whole(employment.satisfied())),
                        List.of(Sheet.words("判定户数"), Sheet.whole(employment.total()))));
    }

    /** A row for each thing that a verdict lacks; the households' after the fund's. */
    private static Sheet reasons(Verdicts verdicts) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("guarantee", "三保", 14),
                new Sheet.Column("subject", "对象", 18),
                new Sheet.Column("zh", "原因", 60),
                new Sheet.Column("en", "英文", 60));
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        add(rows, Guarantee.CAPITAL_SAFETY, FUND, verdicts.capitalSafety().reasons());
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        add(rows, Guarantee.COLLECTIVE_INCOME, village.village(), village.reasons());
        EmploymentIncome employment = verdicts.employmentIncome();
        add(rows, Guarantee.EMPLOYMENT_INCOME, FUND, employment.reasons());
        employment
                .households()
                .forEach(household ->
                        add(rows, Guarantee.EMPLOYMENT_INCOME, household.household(), household.reasons()));
        return new Sheet("原因", columns, rows);
    }

    private static void add(List<List<Sheet.Cell>> rows, Guarantee guarantee, String subject, List<Reason> reasons) {
        ReasonAnswer.of(reasons)
                .forEach(reason -> rows.add(List.of(
                        term(guarantee), Sheet.words(subject), Sheet.words(reason.zh()), Sheet.words(reason.en()))));
    }

    /** A row for each movement that a verdict rests on; those of employment by household. */
    private static Sheet evidence(Verdicts verdicts, Map<Long, Evidence> movements) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("guarantee", "三保", 14),
                new Sheet.Column("subject", "对象", 18),
                new Sheet.Column("position", "位置", 10),
                new Sheet.Column("date", "日期", 12),
                new Sheet.Column("ref", "凭证号", 16),
                new Sheet.Column("type", "业务类型", 18),
                new Sheet.Column("amount", "金额", 16),
                new Sheet.Column("memo", "摘要", 40));
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        add(rows, Guarantee.CAPITAL_SAFETY, FUND, verdicts.capitalSafety().evidence(), movements);
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        add(rows, Guarantee.COLLECTIVE_INCOME, village.village(), village.evidence(), movements);
        verdicts.employmentIncome()
                .households()
                .forEach(household ->
                        add(rows, Guarantee.EMPLOYMENT_INCOME, household.household(), household.evidence(), movements));
        return new Sheet("依据", columns, rows);
    }

    private static void add(
            List<List<Sheet.Cell>> rows,
            Guarantee guarantee,
            String subject,
            SortedSet<Long> positions,
            Map<Long, Evidence> movements) {
        Evidence.at(positions, movements)
                .forEach(movement -> rows.add(List.of(
                        term(guarantee),
                        Sheet.words(subject),
                        Sheet.whole(movement.position()),
                        Sheet.day(movement.date()),
                        Sheet.words(movement.ref()),
                        Sheet.term(movement.type()),
                        Sheet.money(movement.amount()),
                        Sheet.words(movement.memo()))));
    }
}

package coop.laborfund.docs;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.json.EventCatalog;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.policy.PolicyBook;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.ChartOfAccounts.Heading;
import coop.laborfund.projections.guarantee.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the program, taken from its code. */
final class Glossary {

    /** @param note what else a reader wants to know, empty where that is nothing */
    record Term(String chinese, String english, String note) {}

    /** Terms that belong together, by their English name. */
    record Section(String title, String noteTitle, List<Term> terms) {
        Section {
            terms = terms.stream().sorted(Comparator.comparing(Term::english)).toList();
        }
    }

    private Glossary() {}

    static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("一般用语 · Terms of the scheme", "是什么 what it is", DomainTerms.ALL));
        sections.add(new Section("业务类型 · Movement types", "事件 event", movements()));
        sections.add(new Section("流水表的列 · Columns of the movements file", "", columns()));
        sections.add(words("三项保障 · The three guarantees", Guarantee.values()));
        sections.add(words("代偿付款方 · Who pays for a guarantee", GuaranteePayer.values()));
        sections.add(words("入股资金来源 · Sources of shares", ShareSource.values()));
        sections.add(words("投放用途 · Purposes of an advance", AdvancePurpose.values()));
        sections.add(words("村集体收入来源 · Sources of the village's income", IncomeSource.values()));
        sections.add(words("村集体收入经手 · How it reaches the village", IncomeRoute.values()));
        sections.add(words("就业去向 · Where a worker is placed", PlacementKind.values()));
        sections.add(words("户其他收入来源 · Sources of a household's other income", HouseholdIncomeSource.values()));
        sections.add(new Section("政策参数 · Policy", "单位；默认 unit; default", policy()));
        sections.add(new Section("科目 · Accounts", "代码；类别 code; class", accounts()));
        sections.add(new Section("判定 · Verdicts", "", verdicts()));
        return sections;
    }

    private static List<Term> movements() {
        List<Term> terms = new ArrayList<>();
        List<MovementType> types = List.of(MovementType.values());
        for (int i = 0; i < types.size(); i++) {
            MovementType type = types.get(i);
            terms.add(new Term(
                    type.chinese(),
                    type.name(),
                    "`" + EventCatalog.types().get(i).name() + "`"));
        }
        return terms;
    }

    private static List<Term> columns() {
        return Arrays.stream(Column.values())
                .map(column -> new Term(column.chinese(), column.key(), ""))
                .toList();
    }

    private static Section words(String title, Word[] words) {
        return new Section(
                title,
                "",
                Arrays.stream(words)
                        .map(word -> new Term(word.chinese(), word.name(), ""))
                        .toList());
    }

    /** The Chinese name of a key ends with its unit in brackets. */
    private static List<Term> policy() {
        return Arrays.stream(PolicyKey.values())
                .map(key -> {
                    String[] nameAndUnit = key.chinese().split("[（）]", -1);
                    String unit = nameAndUnit.length > 1 ? nameAndUnit[1] : "个 number";
                    return new Term(nameAndUnit[0], key.key(), unit + "；" + defaults(key));
                })
                .toList();
    }

    private static String defaults(PolicyKey key) {
        return PolicyBook.EMPTY.on(LocalDate.EPOCH).values().entrySet().stream()
                .filter(value ->
                        value.getKey().equals(key.key()) || value.getKey().startsWith(key.key() + "."))
                .map(value ->
                        value.getKey().substring(key.key().length()).replaceFirst("\\.(.*)", "$1: ") + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private static List<Term> accounts() {
        return Arrays.stream(Account.values())
                .map(account -> {
                    Heading heading = ChartOfAccounts.COOPERATIVE_2007.heading(account);
                    return new Term(heading.name(), account.name(), heading.code() + "；" + heading.accountClass());
                })
                .toList();
    }

    private static List<Term> verdicts() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new Term(verdict.chinese(), verdict.name(), ""))
                .toList();
    }
}

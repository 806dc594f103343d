package coop.laborfund.docs;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Word;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What each vocabulary is about, in the order of the document. */
    private static final Map<Class<?>, String> VOCABULARIES = vocabularyTitles();

    private Glossary() {}

    private static Map<Class<?>, String> vocabularyTitles() {
        Map<Class<?>, String> titles = new LinkedHashMap<>();
        titles.put(Guarantee.class, "三项保障 · The three guarantees");
        titles.put(GuaranteePayer.class, "代偿付款方 · Who pays for a guarantee");
        titles.put(ShareSource.class, "入股资金来源 · Sources of shares");
        titles.put(LossSource.class, "弥补亏损来源 · What covers a loss");
        titles.put(AdvancePurpose.class, "投放用途 · Purposes of an advance");
        titles.put(IncomeSource.class, "村集体收入来源 · Sources of the village's income");
        titles.put(IncomeRoute.class, "村集体收入经手 · How it reaches the village");
        titles.put(ReserveSource.class, "注入准备金来源 · Sources of the reserve");
        titles.put(BankDirection.class, "银行流水收付 · Directions of a bank line");
        titles.put(PlacementKind.class, "就业去向 · Where a worker is placed");
        titles.put(HouseholdIncomeSource.class, "户其他收入来源 · Sources of a household's other income");
        return titles;
    }

    static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("一般用语 · Terms of the scheme", "是什么 what it is", DomainTerms.ALL));
        sections.add(new Section("业务类型 · Movement types", "事件 event", movements()));
        sections.add(new Section("流水表的列 · Columns of the movements file", "", columns()));
        sections.addAll(vocabularies());
        sections.add(new Section("政策参数 · Policy", "单位；默认 unit; default", policy()));
        sections.add(new Section("科目 · Accounts", "代码；类别 code; class", accounts()));
        sections.add(new Section("判定 · Verdicts", "", verdicts()));
        return sections;
    }

    private static List<Term> movements() {
        return Arrays.stream(MovementType.values())
                .map(type ->
                        new Term(type.chinese(), type.name(), "`" + type.event().getSimpleName() + "`"))
                .toList();
    }

    private static List<Term> columns() {
        return Arrays.stream(Column.values())
                .map(column -> new Term(column.chinese(), column.key(), ""))
                .toList();
    }

    /** The words that the movement types declare; each vocabulary has a title here, and no other. */
    private static List<Section> vocabularies() {
        Set<Class<?>> declared = Arrays.stream(MovementType.values())
                .flatMap(type -> type.columns().stream())
                .flatMap(use -> use.words().stream())
                .map(Word::getClass)
                .collect(Collectors.toSet());
        if (!declared.equals(VOCABULARIES.keySet())) {
            throw new AssertionError("titles of vocabularies in Glossary.java: " + VOCABULARIES.keySet()
                    + ", but the movement types declare " + declared);
        }
        return VOCABULARIES.entrySet().stream()
                .map(vocabulary -> new Section(
                        vocabulary.getValue(),
                        "",
                        Arrays.stream(vocabulary.getKey().getEnumConstants())
                                .map(Word.class::cast)
                                .map(word -> new Term(word.chinese(), word.name(), ""))
                                .toList()))
                .toList();
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
                .map(value -> value.getKey().substring(key.key().length()).replaceFirst("\\.(.*)", "$1: ")
                        + (value.getValue().isEmpty() ? "–" : value.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static List<Term> accounts() {
        return Arrays.stream(Account.values())
                .map(account -> {
                    Heading heading = ChartOfAccounts.heading(account);
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

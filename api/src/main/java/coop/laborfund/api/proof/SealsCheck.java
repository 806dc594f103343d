package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sealed lists of heads: that each is signed with the key that the ledger had then, that the table and the folder have the same, and
 * what they say of each fund.
 */
final class SealsCheck {

    private final Seals seals;
    private final KeySuccession keys;
    private final Report report;
    private final Map<Head, ChainCheck.Kept> heads = new LinkedHashMap<>();
    private final Map<String, List<ChainCheck.Kept>> byFund = new HashMap<>();
    /** The last position of a list that does not name a fund which others name. */
    private final Map<String, Long> notNamedUntil = new HashMap<>();

    private long last;
    private long count;

    SealsCheck(Seals seals, KeySuccession keys, Report report) {
        this.seals = seals;
        this.keys = keys;
        this.report = report;
    }

    /** Reads them all. */
    void run() throws IOException {
        Map<String, String> inTable = new LinkedHashMap<>();
        Map<String, String> inFolder = new LinkedHashMap<>();
        seals.eachInTable(reader(inTable));
        seals.eachInFolder(reader(inFolder));
        compare(inTable, inFolder);
        heads.values()
                .forEach(each -> byFund.computeIfAbsent(each.head().fund(), fund -> new ArrayList<>())
                        .add(each));
        report.checked(
                count + " 份封存的链头名单(表 seal 和 seals 文件夹):签名,两处互相比较,每个链头仍在链里",
                count
                        + " sealed lists of heads (the table seal and the folder seals): signatures, the one place with the other, each"
                        + " head still in its chain");
    }

    private Seals.Reader reader(Map<String, String> names) {
        return new Seals.Reader() {
            @Override
            public void next(String name, Seal seal) {
                count++;
                names.put(seal.digest(), name);
                take(name, seal);
            }

            @Override
            public void damaged(String name) {
                count++;
                report.found("封存的名单 " + name + " 读不懂", "The sealed list " + name + " cannot be understood");
            }
        };
    }

    private void take(String name, Seal seal) {
        Optional<KeyLink> link = keys.of(seal.key()).filter(each -> seal.isSignedBy(each.key()));
        if (link.isEmpty()) {
            report.found(
                    "封存的名单 " + name + " 的签名不对,或不是这个账本的密钥签的:写明的密钥是 " + seal.key(),
                    "The signature of the sealed list " + name
                            + " is wrong, or by a key that is not this ledger's: it names " + seal.key());
            return;
        }
        if (seal.position() > keys.endOf(link.get())) {
            report.found(
                    "封存的名单 " + name + " 是第 " + link.get().number() + " 把密钥在被接替(位置 " + keys.endOf(link.get()) + ")之后签的",
                    "The sealed list " + name + " is signed with key number "
                            + link.get().number() + " after another had taken its place at position "
                            + keys.endOf(link.get()));
        }
        Set<String> named = new HashSet<>();
        for (Head head : seal.heads()) {
            named.add(head.fund());
            notNamedUntil.putIfAbsent(head.fund(), last);
            ChainCheck.Kept one =
                    new ChainCheck.Kept(head, seal.position(), false, "封存的名单 " + name, "the sealed list " + name);
            heads.merge(head, one, (had, more) -> had.until() >= more.until() ? had : more);
        }
        if (named.size() < notNamedUntil.size()) {
            notNamedUntil.replaceAll((fund, until) -> named.contains(fund) ? until : Math.max(until, seal.position()));
        }
        last = Math.max(last, seal.position());
    }

    /** What one place has and the other has not; a data directory that never had any is not compared. */
    private void compare(Map<String, String> inTable, Map<String, String> inFolder) {
        if (!seals.hasFolder() && seals.identity().isElsewhere()) {
            if (!inTable.isEmpty()) {
                report.checked(
                        "这个数据目录没有 seals 文件夹,没有与表 seal 比较",
                        "this data directory has no folder seals to compare the table seal with");
            }
            return;
        }
        without(inTable, inFolder).forEach(name -> report.found(notInFolder(name)));
        without(inFolder, inTable).forEach(name -> report.found(notInTable(name)));
    }

    static Finding notInFolder(String name) {
        return Finding.of(
                "封存的名单 " + name + " 在表 seal 里有,在 seals 文件夹里没有或不同",
                "The sealed list " + name + " is in the table seal, and in the folder seals missing or different");
    }

    static Finding notInTable(String name) {
        return Finding.of(
                "封存的名单 " + name + " 在文件夹里有,在表 seal 里没有或不同",
                "The sealed list " + name + " is in the folder, and in the table seal missing or different");
    }

    private static List<String> without(Map<String, String> some, Map<String, String> others) {
        return some.entrySet().stream()
                .filter(each -> !others.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    Set<String> funds() {
        return byFund.keySet();
    }

    void expect(String fund, ChainCheck chain) {
        byFund.getOrDefault(fund, List.of()).forEach(chain::expect);
        chain.expectNone(notNamedUntil.getOrDefault(fund, last), "一份没有这个基金的封存名单", "a sealed list without this fund");
    }

    /** @param recorded the last position */
    void judgeWhetherAny(long recorded) {
        if (count == 0 && recorded > 0) {
            report.warned(
                    "账本里有事件,却从没有封存过链头:过去被改写时没有封存的名单可以对照。运行 serve 或再导入一次就会封存",
                    "The ledger has events and no sealed list of heads: nothing kept here would show that the past was rewritten."
                            + " Running serve, or importing something, seals them");
        }
    }
}

package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.chain.ShortCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows one fund's chain event by event: hashes, numbering, instants, and the heads that somebody kept. */
final class ChainCheck {

    /**
     * An event as its place in the chain is judged.
     *
     * @param isRight whether its hash is that of its content
     * @param simulatedClock whether its instant is a sample's, invented
     */
    record Link(
            long position,
            @Nullable String ref,
            long sequence,
            String recordedAt,
            String previousHash,
            String hash,
            boolean isRight,
            boolean simulatedClock) {}

    private final String fund;
    private final Report report;
    private final Map<Long, List<Kept>> kept = new HashMap<>();
    private long events;
    private long nextSequence;
    private long lastPosition;
    private String lastHash = HexFormat.of().formatHex(EventChain.start());
    private String lastInstant = "";
    private boolean beginsSimulated;
    private final List<ShortCode> codes = new ArrayList<>();
    private final Set<ShortCode> metCodes = new HashSet<>();
    private long quietUntil;
    private String quietChinese = "";
    private String quietEnglish = "";
    private boolean isKeptElsewhere;
    private long firstBeyond;
    private long firstPosition;

    /**
     * A head and what it is from, for the words about it.
     *
     * @param until up to which position it is all that there was of the fund; 0 where it does not say so
     * @param fromElsewhere whether somebody kept it outside the ledger
     */
    record Kept(Head head, long until, boolean fromElsewhere, String chinese, String english) {}

    ChainCheck(String fund, Report report) {
        this.fund = fund;
        this.report = report;
    }

    /** Must be in the chain. */
    void expect(Kept head) {
        kept.computeIfAbsent(head.head.events() - 1, sequence -> new ArrayList<>(1))
                .add(head);
    }

    /** Until this position there was nothing of the fund, as a list says that does not name it. */
    void expectNone(long until, String chinese, String english) {
        if (until > quietUntil) {
            quietUntil = until;
            quietChinese = chinese;
            quietEnglish = english;
        }
    }

    /** May be the short code of one of its hashes; see {@link #metCodes}. */
    void look(List<ShortCode> published) {
        codes.addAll(published);
    }

    void next(Link link) {
        if (!link.isRight) {
            found(link, "内容与它的哈希不符", "its content does not have its hash");
        }
        if (link.sequence != nextSequence) {
            found(
                    link,
                    "序号应是 " + nextSequence + ",却是 " + link.sequence + ":有事件被删除、插入或调换",
                    "its sequence should be " + nextSequence + " and is " + link.sequence
                            + ": events were removed, inserted or exchanged");
        }
        if (!link.previousHash.equals(lastHash)) {
            found(link, "接不上前一条事件的哈希", "it does not follow the event before it");
        }
        if (link.position <= lastPosition) {
            found(link, "位置没有增加", "its position does not follow " + lastPosition);
        }
        if (link.recordedAt.compareTo(lastInstant) < 0) {
            found(link, "记录时刻早于前一条", "it was recorded before the event before it");
        }
        if (link.position <= quietUntil) {
            found(
                    link,
                    quietChinese + "写明位置 " + quietUntil + " 以前没有这一条:它是后来插进过去的",
                    quietEnglish + " says that up to position " + quietUntil
                            + " there was no such event: it was put into the past later");
        }
        if (isKeptElsewhere && firstBeyond == 0) {
            firstBeyond = link.position;
        }
        compare(link);
        compareCodes(link);
        beginsSimulated = events == 0 ? link.simulatedClock : beginsSimulated;
        firstPosition = events == 0 ? link.position : firstPosition;
        events++;
        nextSequence = link.sequence + 1;
        lastPosition = link.position;
        lastHash = link.hash;
        lastInstant = link.recordedAt;
    }

    private void compare(Link link) {
        List<Kept> here = kept.remove(link.sequence);
        if (here == null) {
            return;
        }
        for (Kept each : here) {
            // The hash it should have: of what was tampered with, the one stated may still be right.
            if (!each.head.hash().equals(link.hash) || each.head.position() != link.position) {
                found(
                        link,
                        "与" + each.chinese + "不符:到这里为止的历史被改写过",
                        "it is not what " + each.english + " says: the history up to here was rewritten");
            } else {
                expectNone(each.until, each.chinese, each.english);
                if (each.fromElsewhere) {
                    metElsewhere();
                }
            }
        }
    }

    private void compareCodes(Link link) {
        for (ShortCode code : codes) {
            if (code.isOf(link.hash)) {
                metCodes.add(code);
                report.checked(
                        "短码 " + code + " 是基金 " + fund + " 第 " + (link.sequence + 1) + " 条事件(位置 " + link.position
                                + ")时的链头" + (code.isOld() ? ";旧式短码只有 48 位,防得住无心之失,防不住有意凑出来的" : ",到那里为止的历史就是公布时的"),
                        "the short code " + code + " is the head at event " + (link.sequence + 1) + " of fund " + fund
                                + " (position " + link.position + ")"
                                + (code.isOld()
                                        ? "; codes of the older form have 48 bits, enough against accidents and not against"
                                                + " somebody who searches for another history with the same code"
                                        : ", so the history up to there is the one that was published"));
                if (!code.isOld()) {
                    metElsewhere();
                }
            }
        }
    }

    private void metElsewhere() {
        isKeptElsewhere = true;
        firstBeyond = 0;
    }

    /** The codes that were those of its hashes. */
    Set<ShortCode> metCodes() {
        return Set.copyOf(metCodes);
    }

    /** Whether a head that was kept elsewhere was met. */
    boolean isKeptElsewhere() {
        return isKeptElsewhere;
    }

    /** The first position that no head kept elsewhere speaks for; empty where all are spoken for. */
    OptionalLong beyondKept() {
        return !isKeptElsewhere
                ? events == 0 ? OptionalLong.empty() : OptionalLong.of(firstPosition)
                : firstBeyond == 0 ? OptionalLong.empty() : OptionalLong.of(firstBeyond);
    }

    long lastPosition() {
        return lastPosition;
    }

    String lastCode() {
        return ShortCode.of(lastHash).text();
    }

    /** After the last event: the heads that were not met. */
    void end() {
        for (List<Kept> missing : kept.values()) {
            for (Kept each : missing) {
                report.found(cutOff(each));
            }
        }
        kept.clear();
        if (beginsSimulated) {
            report.checked(
                    "基金 " + fund + " 是示例:记录时刻由模拟时钟写成,不是真实时刻",
                    "fund " + fund + " is a sample: its instants are a simulated clock's, not real ones");
        }
    }

    /** Names what is missing as far as the head tells: how many, and within which positions. */
    private Finding cutOff(Kept each) {
        long missing = each.head.events() - events;
        long from = lastPosition + 1;
        long to = each.head.position();
        return Finding.of(
                "基金 " + fund + " 只有 " + events + " 条事件,而" + each.chinese + "已有 " + each.head.events()
                        + " 条:末尾被截掉了。缺第 " + (events + 1) + " 到 " + each.head.events() + " 条,共 " + missing + " 条,在位置 "
                        + from + " 到 " + to + " 之间,最后一条记于 " + EventChain.instant(each.head.recordedAt()),
                "Fund " + fund + " has " + events + " events, but " + each.english + " says " + each.head.events()
                        + ": the tail was cut off. Missing are its events " + (events + 1) + " to " + each.head.events()
                        + ", " + missing + " in all, within positions " + from + " to " + to
                        + ", the last recorded at " + EventChain.instant(each.head.recordedAt()));
    }

    boolean isAt(Head head) {
        return head.fund().equals(fund)
                && head.events() == events
                && head.position() == lastPosition
                && head.hash().equals(lastHash)
                && EventChain.instant(head.recordedAt()).equals(lastInstant)
                && head.simulatedClock() == beginsSimulated;
    }

    long events() {
        return events;
    }

    private void found(Link link, String chinese, String english) {
        report.found(new Finding(link.position, link.ref, chinese, english));
    }
}

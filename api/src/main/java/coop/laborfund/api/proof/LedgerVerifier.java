package coop.laborfund.api.proof;

import coop.laborfund.api.words.LedgerWords;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.door.ClockUntrustedException.Reason;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.json.UnreadableEventException;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.store.TablesAheadException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the ledger itself while it goes on: chains, numbering, seals, read tables and snapshots, up to one position. */
final class LedgerVerifier {

    private static final HexFormat HEX = HexFormat.of();

    private final LedgerProof ledger;
    private final Seals seals;
    private final @Nullable KnownKey key;
    private final KeptHeads kept;
    private final Report report;
    private final RegisterCheck register;
    private final EventJson json = new EventJson();

    LedgerVerifier(LedgerProof ledger, @Nullable KnownKey key, KeptHeads kept) {
        this.ledger = ledger;
        this.report = key == null && !kept.isProof() ? Report.unproven() : Report.proven();
        this.register = new RegisterCheck(ledger.register(), report);
        this.seals = ledger.seals();
        this.key = key;
        this.kept = kept;
    }

    /** Looks at everything once. */
    Report verify(VerifyProgress progress) throws IOException {
        ledger.protections().check(report);
        KeySuccession keys = keys();
        // In this order: what is sealed while this goes on may be beyond the last position looked at.
        SealsCheck sealed = new SealsCheck(seals, keys, report);
        sealed.run();
        long last = caughtUp();
        TreeSet<String> funds = new TreeSet<>(ledger.history().funds());
        funds.addAll(sealed.funds());
        kept.all().forEach(each -> funds.add(each.head().fund()));
        numbering(last);
        KeptCheck elsewhere = new KeptCheck(kept, report);
        long done = 0;
        DerivedCheck derived = new DerivedCheck(ledger, report, last);
        for (String fund : funds) {
            ChainCheck chain = new ChainCheck(fund, report);
            sealed.expect(fund, chain);
            elsewhere.expect(fund, chain);
            done += follow(chain, fund, last, derived);
            elsewhere.end(fund, chain);
            progress.at(done, last);
        }
        register.end(last);
        derived.end();
        report.checked(
                funds.size() + " 个基金的 " + done + " 条事件:哈希、链、序号、位置、记录时刻",
                done + " events of " + funds.size() + " funds: hashes, chain, sequence, positions, instants");
        others(last);
        elsewhere.end();
        if (keys.isEmpty()) {
            elsewhere.judgeUnsigned();
        } else {
            Vouching vouching = new Vouching(keys.current().key(), keys, report);
            vouching.judge(key, kept.files());
            elsewhere.judge(vouching);
        }
        sealed.judgeWhetherAny(last);
        return report;
    }

    /** Has the read tables show everything there is, as far as they are in order, and returns where the history ends. */
    private long caughtUp() {
        try {
            return ledger.tables().awaitAll();
        } catch (HistoryCutException cut) {
            // What is beyond the end is counted table by table, where the rows are looked at.
            report.found(
                    "历史只到位置 " + cut.last() + ",查询表的进度却到 " + cut.seen() + ":末尾的事件不见了。不要 rebuild,它会抹去这个痕迹",
                    "The history ends at position " + cut.last() + ", but the progress of the read tables is "
                            + cut.seen() + ": events at its end are gone. Do not rebuild, which would wipe this trace");
        } catch (TablesAheadException outOfOrder) {
            report.found(outOfOrder.chinese(), outOfOrder.english());
        }
        return ledger.history().lastPosition();
    }

    /** The chains of streams that are no fund's; what they say is not judged here. */
    private void others(long last) {
        long streams = 0;
        long events = 0;
        for (String kind : ledger.history().kinds()) {
            if (kind.equals(StreamKind.FUND.code())) {
                continue;
            }
            for (Head head : ledger.history().heads(kind)) {
                ChainCheck chain = new ChainCheck(head.fund(), report);
                ledger.history()
                        .storedOf(new StreamId(kind, head.fund()), 1, last)
                        .forEach(stored -> chain.next(link(stored, null)));
                streams++;
                events += chain.events();
            }
        }
        if (streams > 0) {
            report.checked(
                    streams + " 个其他事件流的 " + events + " 条事件:哈希、链、序号、位置、记录时刻",
                    events + " events of " + streams + " other streams: hashes, chain, sequence, positions, instants");
        }
    }

    /** The ledger's, and whether this data directory agrees. */
    private KeySuccession keys() {
        KeySuccession keys;
        try {
            keys = seals.identity().keys();
        } catch (ProofException damaged) {
            report.found(damaged.chinese(), damaged.english());
            return new KeySuccession(List.of());
        }
        ProofException fault = seals.identity().fault();
        if (fault != null) {
            report.found(fault.chinese(), fault.english());
        }
        keys.check(report);
        if (keys.isEmpty() && key != null) {
            report.found(
                    "这个账本还没有签过名,没有密钥可以与 --key 比较",
                    "This ledger has signed nothing yet; there is no key to compare with --key");
        }
        return keys;
    }

    /** Over all funds together: positions without gaps, instants that never go back. */
    private void numbering(long last) {
        ledger.clock()
                .trouble()
                .filter(trouble -> trouble.reason() == Reason.BEHIND_HISTORY)
                .ifPresent(trouble -> {
                    Words words = LedgerWords.of(trouble);
                    report.found(words.chinese(), words.english());
                });
        List<Long> gaps = ledger.register().numberingFaults(last);
        gaps.forEach(position -> report.found(new Finding(
                position,
                null,
                "所有基金的事件排在一起,这里缺号或记录时刻倒退",
                "among all funds' events a position is missing before it, or its instant goes back")));
        report.checked(
                "位置 1 到 " + last + " 无缺号,记录时刻不倒退",
                "positions 1 to " + last + " without gaps, instants never going back");
    }

    private long follow(ChainCheck chain, String fund, long last, DerivedCheck derived) {
        derived.begin(fund);
        long events = 0;
        for (Iterator<StoredEvent> each =
                        ledger.history().storedOfFund(fund, 1, last).iterator();
                each.hasNext(); ) {
            StoredEvent stored = each.next();
            RecordedEvent event = read(stored);
            chain.next(link(stored, event));
            if (event != null) {
                register.next(stored, event.event());
                derived.next(event);
            }
            events++;
        }
        chain.end();
        derived.endFund();
        return events;
    }

    private static ChainCheck.Link link(StoredEvent stored, @Nullable RecordedEvent event) {
        return new ChainCheck.Link(
                stored.position(),
                event == null ? null : event.event().ref(),
                stored.sequence(),
                EventChain.instant(stored.recordedAt()),
                HEX.formatHex(stored.previousHash()),
                HEX.formatHex(stored.hash()),
                Arrays.equals(stored.hash(), EventChain.hash(stored.canonical())),
                event != null && event.circumstances().simulatedClock());
    }

    private @Nullable RecordedEvent read(StoredEvent stored) {
        try {
            return stored.read(json);
        } catch (UnreadableEventException unreadable) {
            report.found(new Finding(
                    stored.position(),
                    null,
                    "这条事件的内容无法读懂",
                    "this event cannot be understood: " + unreadable.getMessage()));
            return null;
        }
    }
}

package coop.laborfund.projections.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.Histories;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.whatif.WhatIf.OtherFloor;
import coop.laborfund.projections.whatif.WhatIf.OtherRefusal;
import coop.laborfund.projections.whatif.WhatIf.OtherVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfFoldTest {

    private static final LocalDate YEAR_END = LocalDate.of(2020, 12, 31);

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    /** 10,000 of shares for the whole of the leap year 2020, and 4,000 of them out with one company. */
    private static List<RecordedEvent> lent() {
        TestLedger ledger = TestLedger.empty();
        List<FundEvent> events = new ArrayList<>();
        for (String row : List.of(
                "2020-01-01 OPEN_FUND name=示例村劳务合作基金 party=320000000001 policy=collectiveTarget.2020=20000",
                "2020-01-01 ADMIT_HOUSEHOLD party=H1 size=3",
                "2020-01-01 ENROLL_COMPANY party=C1 name=示例公司",
                "2020-01-01 INVEST_SHARES party=H1 amount=10000",
                "2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=4000 rate=8 due=2021-01-31 resolution=R1",
                "2020-03-01 RECORD_COLLECTIVE_INCOME amount=20000 source=OPERATING",
                "2020-06-01 SET_POLICY policy=companyCap=45 resolution=R2")) {
            events.add(ledger.accepts(row).event());
        }
        return recorded(events);
    }

    private static List<RecordedEvent> recorded(List<FundEvent> events) {
        List<RecordedEvent> recorded = new ArrayList<>();
        events.forEach(
                event -> recorded.add(new RecordedEvent(recorded.size() + 1L, recorded.size(), Instant.EPOCH, event)));
        return recorded;
    }

    private static Optional<WhatIf> ask(Iterable<RecordedEvent> events, Scope scope, Map<String, String> policy) {
        WhatIfFold fold = new WhatIfFold(scope, policy);
        events.forEach(fold::add);
        return fold.result();
    }

    private static WhatIf ask(Map<String, String> policy) {
        return ask(lent(), new Scope("F1", YEAR_END, Long.MAX_VALUE), policy).orElseThrow();
    }

    @Test
    void aSmallerCapWouldHaveRefusedTheAdvanceWhateverWasSetLater() {
        WhatIf answer = ask(Map.of("companyCap", "30"));

        assertThat(answer.refusals()).hasSize(1);
        OtherRefusal refusal = answer.refusals().getFirst();
        assertThat(refusal.position()).isEqualTo(5);
        assertThat(refusal.rejection().code()).isEqualTo(RefusalCode.OVER_COMPANY_CAP);
        assertThat(refusal.value()).isEqualTo("4000.00");
        assertThat(answer.verdicts()).isEmpty();
        assertThat(answer.floors()).isEmpty();
    }

    @Test
    void aHigherFloorWouldHavePromisedMore() {
        // 10,000 × 366 days × 8 % ÷ 365 is 802.19, by 6 % it is 601.64.
        assertThat(ask(Map.of("floorRate", "8")).floors())
                .containsExactly(new OtherFloor(2020, "H1", Fen.ofYuan("601.64"), Fen.ofYuan("802.19"), Fen.ZERO));
    }

    @Test
    void aHigherTargetWouldHaveBeenMissedAndBySoMuch() {
        assertThat(ask(Map.of("collectiveTarget.2020", "50000.00")).verdicts())
                .containsExactly(new OtherVerdict(
                        2020,
                        Guarantee.COLLECTIVE_INCOME,
                        "320000000001",
                        Verdict.MET,
                        Verdict.BREACHED,
                        Fen.ZERO,
                        Fen.ofYuan("30000")));
    }

    @Test
    void thePolicyThatHeldDiffersInNothing() {
        WhatIf answer = ask(Map.of("floorRate", "6", "collectiveTarget.2020", "20000.00", "shareLimit", "50000.00"));

        assertThat(answer.verdicts()).isEmpty();
        assertThat(answer.refusals()).isEmpty();
        assertThat(answer.floors()).isEmpty();
        assertThat(answer.undecided()).isZero();
    }

    @Test
    void ofALongHistoryNothingDiffersUnderItsOwnPolicy() {
        List<RecordedEvent> events = recorded(Histories.ofOneFund(3_000).events());

        WhatIf answer = ask(events, new Scope("F1", Scope.ANY_DAY, Long.MAX_VALUE), Map.of())
                .orElseThrow();

        assertThat(answer.refusals()).isEmpty();
        assertThat(answer.undecided()).isZero();
        assertThat(answer.verdicts()).isEmpty();
        assertThat(answer.floors()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void underNoOtherPolicyNothingDiffersWhateverTheRulesAccepted(long seed) {
        List<RecordedEvent> events = RowHistory.plausible(new Randomly(seed), 400);
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            LocalDate day = events.get(random.nextInt(events.size())).event().date();
            Scope scope = new Scope("F1", day, random.nextLong(events.size() + 1L));
            ask(events, scope, Map.of()).ifPresent(answer -> {
                assertThat(answer.verdicts()).as("seed %d, %s", seed, scope).isEmpty();
                assertThat(answer.refusals()).as("seed %d, %s", seed, scope).isEmpty();
                assertThat(answer.floors()).as("seed %d, %s", seed, scope).isEmpty();
                assertThat(answer.undecided()).as("seed %d, %s", seed, scope).isZero();
            });
        }
    }
}

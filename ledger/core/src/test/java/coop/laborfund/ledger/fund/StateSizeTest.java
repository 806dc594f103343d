package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.testing.Histories;
import coop.laborfund.ledger.testing.Histories.History;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state stays small however long the history, so that the last command costs what the first did. */
class StateSizeTest {

    private static final int EVENTS = 100_000;
    private static final int COMMANDS = 4_000;
    private static final int ROUNDS = 15;
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

    /** The few members that the commands name, on the day they joined; ids and refs as in the long history. */
    private static final String NEW_FUND = """
            2005-01-01 OPEN_FUND ref=v1 name=示例村劳务合作基金 party=320000000001
            2005-01-01 ENROLL_COMPANY ref=v2 party=C3 name=示例公司
            2005-01-01 ADMIT_HOUSEHOLD ref=v3 party=H50 size=3
            2005-01-01 ADMIT_HOUSEHOLD ref=v4 party=H160 size=3
            2005-01-01 INVEST_SHARES ref=v5 party=H50 amount=2050
            2005-01-01 INVEST_SHARES ref=v326 party=H160 amount=2160
            2005-01-01 REGISTER_WORKER ref=v6 party=W1 counterparty=H50
            2005-01-01 PLACE_WORKER ref=v7 party=W1 counterparty=E1 source=LOCAL
            """;

    private static final History YOUNG = newFund();
    private static final History OLD = Histories.ofOneFund(EVENTS);

    private static History newFund() {
        RecordedMovements recorded = new RecordedMovements();
        BatchDecision batch = BatchDecision.of(
                FundState.EMPTY,
                NEW_FUND.lines()
                        .map(row -> Row.of(row).with("fund=F1").movement())
                        .toList(),
                recorded,
                TODAY);
        batch.accepted().forEach(recorded::add);
        return new History(recorded.events(), batch.state(), recorded);
    }

    @Test
    void aCommandAfterAHundredThousandEventsCostsNoMoreThanThreeTimesOneOnANewFund() {
        long onNew = Long.MAX_VALUE;
        long onOld = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            onNew = Math.min(onNew, nanosOf(YOUNG));
            onOld = Math.min(onOld, nanosOf(OLD));
        }

        System.out.println("A command after 100,000 events against one on a new fund: " + onOld * 100 / onNew + " %");
        assertThat(onOld)
                .as("nanoseconds for %d commands on an old fund, %d on a new one", COMMANDS, onNew)
                .isLessThan(3 * onNew);
    }

    /** The fastest of several rounds is what the code costs; the others are what else the machine did. */
    private static long nanosOf(History history) {
        List<Movement> commands = commandsFor(history);
        long accepted = 0;
        long start = System.nanoTime();
        for (int i = 0; i < COMMANDS; i++) {
            Outcome outcome =
                    FundDecider.decide(history.state(), commands.get(i % commands.size()), history.recorded(), TODAY);
            if (outcome instanceof Outcome.Accepted it) {
                accepted += history.state().evolve(it.event()).isOpen() ? 1 : 0;
            }
        }
        long nanos = System.nanoTime() - start;
        assertThat(accepted).as("accepted commands").isEqualTo(COMMANDS);
        return nanos;
    }

    /** What a fund records day by day, dated after the last event; each is decided on the same state. */
    private static List<Movement> commandsFor(History history) {
        LocalDate day = history.events().getLast().date().plusMonths(1);
        return Stream.of(
                        "CONFIRM_WAGE party=W1 month=%s-%s amount=3000 memo=银行流水"
                                .formatted(day.getYear(), "%02d".formatted(day.getMonthValue())),
                        "INVEST_SHARES party=H50 amount=10",
                        "TRANSFER_SHARES party=H50 counterparty=H160 amount=1",
                        "WITHDRAW_SHARES party=H50 amount=5",
                        "OTHER_INCOME amount=1",
                        "END_PLACEMENT party=W1",
                        "ADVANCE_CAPITAL advance=Anew party=C3 amount=100 rate=8 due=%s resolution=决议"
                                .formatted(day.plusMonths(1)),
                        "REVERSE reverses=v326 memo=记错")
                .map(rest -> Row.of(day + " " + rest).with("fund=F1 ref=next").movement())
                .toList();
    }

    @Test
    void theHistoryIsLongAndMostlyWages() {
        assertThat(OLD.events()).hasSize(EVENTS);
        assertThat(OLD.state().labor().workers()).hasSize(600);
        assertThat(OLD.events().stream().filter(WageConfirmed.class::isInstance))
                .hasSizeGreaterThan(EVENTS / 10 * 8);
    }
}

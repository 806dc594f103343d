package coop.laborfund.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.testing.Histories;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);

    @Test
    void everyPartComesBackAsItWas() {
        FundState state = FundState.EMPTY;
        assertThat(StateJson.read(StateJson.write(state))).isEqualTo(state);
        for (FundEvent event : SampleEvents.ALL) {
            state = state.evolve(event);
            FundState restored = StateJson.read(StateJson.write(state));
            assertThat(restored).isEqualTo(state);
            assertThat(restored.shareHistory().changes().comparator())
                    .isEqualTo(state.shareHistory().changes().comparator());
        }
    }

    @Test
    void evolvesOnAsIfItHadNeverBeenWritten() {
        FundState state = FundState.EMPTY;
        FundState restoredEachTime = FundState.EMPTY;
        for (FundEvent event : SampleEvents.ALL) {
            state = state.evolve(event);
            restoredEachTime = StateJson.read(StateJson.write(restoredEachTime)).evolve(event);
        }
        assertThat(restoredEachTime).isEqualTo(state);
    }

    /** 200 households, 400 workers in eight years: shares and wages, most of what a fund records. */
    @Test
    void staysBelowAMegabyteAfterAHundredThousandEvents() {
        FundState state = FundState.EMPTY.evolve(SampleEvents.ALL.getFirst());
        for (int i = 0; i < 400; i++) {
            if (i < 200) {
                state = state.evolve(new HouseholdAdmitted(voucher(i), "H" + i, 4));
            }
            state = state.evolve(new WorkerRegistered(voucher(i), "W" + i, "H" + i % 200))
                    .evolve(new WorkerPlaced(voucher(i), "W" + i, "C" + i % 7, PlacementKind.LOCAL));
        }
        for (int i = 1_001; i < 100_000; i++) {
            state = state.evolve(
                    i % 3 == 0
                            ? new SharesInvested(voucher(i), "H" + i % 200, Fen.of(i), ShareSource.OWN)
                            : new WageConfirmed(
                                    voucher(i),
                                    "W" + i % 400,
                                    "H" + i % 200,
                                    "C" + i % 7,
                                    YearMonth.from(START).plusMonths(i / 1_000),
                                    Fen.of(i)));
        }
        assertSmall("shares and wages on ever new days", state);
    }

    @Test
    void theStateOfALargeFundAfterAHundredThousandEventsIsSmall() {
        assertSmall("600 workers, 300 households", Histories.ofOneFund(100_000).state());
    }

    private static void assertSmall(String what, FundState state) {
        byte[] snapshot = StateJson.write(state);
        System.out.println("Snapshot after 100,000 events (" + what + "): " + snapshot.length + " bytes");
        assertThat(snapshot).hasSizeLessThan(1_000_000);
    }

    private static Voucher voucher(int number) {
        return new Voucher("F001", "V" + number, START.plusDays(number % 3_000), "");
    }
}

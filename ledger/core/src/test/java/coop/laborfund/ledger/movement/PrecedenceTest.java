package coop.laborfund.ledger.movement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.SampleMovement;
import coop.laborfund.ledger.testing.SampleMovement.Fault;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.ledger.testing.TestLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of everything that is wrong with one row, the first in the contract's order is reported. */
class PrecedenceTest {

    private static final TestLedger LEDGER = SampleMovement.ledger();

    private static final List<SampleMovement> SAMPLES = SampleMovement.all();

    static List<SampleMovement> samples() {
        return SAMPLES;
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasASample(MovementType type) {
        assertThat(SAMPLES).extracting(SampleMovement::type).contains(type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleIsAcceptedAsItStands(SampleMovement sample) {
        assertThat(LEDGER.wouldRefuse(sample.row())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void oneFaultIsReported(SampleMovement sample) {
        assertThat(misreported(sample, faultsOf(sample))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void ofTwoFaultsTheEarlierIsReported(SampleMovement sample) {
        assertThat(misreported(sample, pairsOf(sample))).isEmpty();
    }

    @Seeded(times = 5)
    void ofAnyNumberOfFaultsTheFirstIsReported(Randomly random) {
        for (int i = 0; i < 200; i++) {
            SampleMovement sample = random.oneOf(SAMPLES);
            List<Fault> faults = new ArrayList<>(faultsOf(sample));
            Collections.shuffle(faults, random.source());
            Fault together = faults.stream()
                    .reduce((some, next) -> some.goesWith(next) && random.percent(50) ? some.and(next) : some)
                    .orElseThrow();
            assertThat(misreported(sample, List.of(together))).isEmpty();
        }
    }

    /** Lest the samples lose their faults unnoticed: how many of the pairs of codes they put on one row. */
    @Test
    void theSamplesPutHundredsOfPairsOfCodesOnOneRow() {
        Set<String> pairs = new TreeSet<>();
        SAMPLES.stream().flatMap(sample -> pairsOf(sample).stream()).forEach(pair -> {
            for (RefusalCode one : pair.codes()) {
                for (RefusalCode other : pair.codes()) {
                    if (one.compareTo(other) < 0) {
                        pairs.add(one + " before " + other);
                    }
                }
            }
        });

        assertThat(pairs).hasSizeGreaterThan(570);
    }

    private static List<String> misreported(SampleMovement sample, List<Fault> faults) {
        List<String> misreported = new ArrayList<>();
        for (Fault fault : faults) {
            Row row = sample.row().with(fault.cells());
            Optional<RefusalCode> reported = LEDGER.wouldRefuse(row);
            if (!reported.equals(Optional.of(Collections.min(fault.codes())))) {
                misreported.add("%s reported for %s in %s".formatted(reported, fault.codes(), row));
            }
        }
        return misreported;
    }

    private static List<Fault> pairsOf(SampleMovement sample) {
        List<Fault> faults = faultsOf(sample);
        List<Fault> pairs = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            Fault one = faults.get(i);
            faults.subList(0, i).stream().filter(one::goesWith).map(one::and).forEach(pairs::add);
        }
        return pairs;
    }

    private static List<Fault> faultsOf(SampleMovement sample) {
        List<Fault> faults = new ArrayList<>(sample.faults());
        faults.add(fault(RefusalCode.UNKNOWN_TYPE, Column.TYPE, "无此业务"));
        faults.add(fault(RefusalCode.UNKNOWN_TYPE, Column.TYPE, ""));
        sample.row().cells().forEach((column, cell) -> {
            List<Fault> ofColumn = new ArrayList<>(malformed(column));
            if (column != Column.TYPE) {
                ofColumn.add(fault(RefusalCode.BAD_CELL, column, "!ERROR:#N/A"));
            }
            if (isNeeded(sample.type(), column)) {
                ofColumn.add(fault(RefusalCode.MISSING_FIELD, column, ""));
            }
            ofColumn.forEach(fault -> faults.add(fault.and(whatAsksFor(column, sample))));
        });
        return faults;
    }

    /** A payout's words settle which other columns it uses; a fault in those is none without them. */
    private static Fault whatAsksFor(Column column, SampleMovement sample) {
        boolean settled = sample.type() == MovementType.PAY_GUARANTEE
                && Set.of(Column.ADVANCE, Column.PARTY, Column.COUNTERPARTY, Column.RESOLUTION)
                        .contains(column);
        boolean byPayer = column == Column.COUNTERPARTY || column == Column.RESOLUTION;
        Column asking = byPayer ? Column.PAYER : Column.GUARANTEE;
        return new Fault(Set.of(), new Row(settled ? Map.of(asking, sample.row().cell(asking)) : Map.of()));
    }

    private static boolean isNeeded(MovementType type, Column column) {
        return switch (column) {
            case TYPE -> false;
            case SOURCE ->
                !Set.of(MovementType.INVEST_SHARES, MovementType.ADVANCE_CAPITAL, MovementType.ALLOCATE_LOSS)
                        .contains(type);
            case PAYER -> type != MovementType.RECORD_COLLECTIVE_INCOME;
            case POLICY -> type != MovementType.OPEN_FUND;
            case AMOUNT -> type != MovementType.PAY_DIVIDEND;
            case COUNTERPARTY -> type != MovementType.CONFIRM_WAGE;
            case REF, DATE, FUND, PARTY, YEAR, MONTH, ADVANCE, RATE, DUE, GUARANTEE -> true;
            case BALANCE -> false;
            case REVERSES, RESOLUTION, NAME, LINE, MATCH, SIZE, MEMO -> true;
        };
    }

    private static List<Fault> malformed(Column column) {
        return switch (column) {
            case DATE, DUE, YEAR, MONTH -> List.of(fault(RefusalCode.BAD_DATE, column, "2022-02-30"));
            case RATE -> List.of(fault(RefusalCode.BAD_AMOUNT, column, "100.0001"));
            case AMOUNT ->
                List.of(
                        fault(RefusalCode.BAD_AMOUNT, column, "1.005"),
                        fault(RefusalCode.AMOUNT_NOT_POSITIVE, column, "0"),
                        fault(RefusalCode.AMOUNT_TOO_LARGE, column, "1000000000000.01"));
            case BALANCE -> List.of(fault(RefusalCode.BAD_AMOUNT, column, "1.005"));
            case REF, FUND, PARTY, COUNTERPARTY, ADVANCE, REVERSES, SOURCE, GUARANTEE, PAYER, LINE, MATCH, SIZE ->
                List.of(fault(RefusalCode.BAD_CODE, column, "#"));
            case NAME, RESOLUTION, MEMO -> List.of(fault(RefusalCode.BAD_CODE, column, "\7"));
            case POLICY -> List.of(fault(RefusalCode.BAD_POLICY, column, "luck=7"));
            case TYPE -> List.of();
        };
    }

    private static Fault fault(RefusalCode code, Column column, String cell) {
        return new Fault(Set.of(code), new Row(Map.of(column, cell)));
    }
}

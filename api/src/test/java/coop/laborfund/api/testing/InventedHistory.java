package coop.laborfund.api.testing;

import coop.laborfund.ledger.command.Column;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An invented fund's life as a movements file: every movement that posts, with corrections. Rows are drawn, not reckoned, so
 * the ledger refuses some of them; a test imports the others.
 */
public final class InventedHistory {

    private static final List<Column> COLUMNS = List.of(Column.values());

    private final Random random;
    private final int households;
    private final StringBuilder csv = new StringBuilder();
    private final List<String> refs = new ArrayList<>();
    private final List<String> advances = new ArrayList<>();
    private int rows;

    private InventedHistory(long seed, int households) {
        this.random = new Random(seed);
        this.households = households;
        csv.append(COLUMNS.stream().map(Column::key).collect(Collectors.joining(",")))
                .append('\n');
    }

    /** The rows of fund {@code F1}, the header first. */
    public static String csv(long seed, int households, int firstYear, int years) {
        InventedHistory history = new InventedHistory(seed, households);
        history.begin(firstYear);
        for (int year = firstYear; year < firstYear + years; year++) {
            for (int month = 1; month <= 12; month++) {
                history.month(YearMonth.of(year, month));
            }
        }
        return history.csv.toString();
    }

    private void begin(int year) {
        LocalDate day = LocalDate.of(year, 1, 3);
        row(day, "OPEN_FUND", Column.NAME, "示例基金", Column.PARTY, "532599100200", Column.POLICY, "reserveRate=1");
        row(day, "ENROLL_COMPANY", Column.PARTY, "C1", Column.NAME, "示例公司一");
        row(day, "ENROLL_COMPANY", Column.PARTY, "公司(二)", Column.NAME, "示例公司二");
        for (int i = 1; i <= households; i++) {
            row(day, "ADMIT_HOUSEHOLD", Column.PARTY, "H" + i, Column.SIZE, String.valueOf(1 + random.nextInt(6)));
            row(day, "INVEST_SHARES", Column.PARTY, "H" + i, Column.AMOUNT, amount(10_000_00));
        }
        row(day, "RECEIVE_DEPOSIT", Column.PARTY, "C1", Column.AMOUNT, amount(3_000_00));
        row(day, "RECEIVE_DEPOSIT", Column.PARTY, "公司(二)", Column.AMOUNT, amount(3_000_00));
    }

    private void month(YearMonth month) {
        for (int i = 0; i < 12; i++) {
            movement(month.atDay(1 + random.nextInt(28)));
        }
        if (month.getMonthValue() == 12) {
            yearEnd(month.atDay(30));
        }
        if (random.nextInt(8) > 0) {
            row(month.atEndOfMonth(), "CLOSE_MONTH", Column.MONTH, month.toString());
        }
    }

    private void movement(LocalDate day) {
        switch (random.nextInt(14)) {
            case 0 -> row(day, "INVEST_SHARES", Column.PARTY, household(), Column.AMOUNT, amount(2_000_00));
            case 1 -> row(day, "WITHDRAW_SHARES", Column.PARTY, household(), Column.AMOUNT, amount(1_000_00));
            case 2 ->
                row(
                        day,
                        "TRANSFER_SHARES",
                        Column.PARTY,
                        household(),
                        Column.COUNTERPARTY,
                        household(),
                        Column.AMOUNT,
                        amount(1_000_00));
            case 3, 4 -> advance(day);
            case 5 -> row(day, "REPAY_ADVANCE", Column.ADVANCE, anAdvance(), Column.AMOUNT, amount(2_000_00));
            case 6, 7 -> row(day, "RECEIVE_RETURN", Column.ADVANCE, anAdvance(), Column.AMOUNT, amount(900_00));
            case 8 -> writeOff(day);
            case 9 -> villageIncome(day);
            case 10 -> row(day, "OTHER_INCOME", Column.AMOUNT, amount(50_00), Column.MEMO, "利息;第三行，\"引号\"");
            case 11 -> row(day, "PAY_EXPENSE", Column.AMOUNT, amount(200_00));
            case 12 -> row(day, "FUND_RESERVE", Column.AMOUNT, amount(500_00));
            default -> row(day, "REVERSE", Column.REVERSES, pick(refs), Column.MEMO, "记错");
        }
    }

    private void advance(LocalDate day) {
        String advance = "A" + rows;
        advances.add(advance);
        row(
                day,
                "ADVANCE_CAPITAL",
                Column.ADVANCE,
                advance,
                Column.PARTY,
                company(),
                Column.AMOUNT,
                amount(9_000_00),
                Column.RATE,
                "8",
                Column.DUE,
                day.plusDays(random.nextInt(400)).toString(),
                Column.RESOLUTION,
                "决议");
    }

    private void writeOff(LocalDate day) {
        String advance = anAdvance();
        String amount = amount(300_00);
        row(day, "WRITE_OFF_ADVANCE", Column.ADVANCE, advance, Column.AMOUNT, amount, Column.RESOLUTION, "决议");
        row(day, "RECOVER_WRITE_OFF", Column.ADVANCE, advance, Column.AMOUNT, amount(100_00));
    }

    private void villageIncome(LocalDate day) {
        row(
                day,
                "RECORD_COLLECTIVE_INCOME",
                Column.AMOUNT,
                amount(900_00),
                Column.SOURCE,
                "SERVICE_FEE",
                Column.PAYER,
                random.nextBoolean() ? "FUND" : "DIRECT");
        row(day, "REMIT_COLLECTIVE_INCOME", Column.AMOUNT, amount(900_00));
    }

    private void yearEnd(LocalDate day) {
        String year = String.valueOf(day.getYear());
        row(day, "APPROPRIATE_RESERVE", Column.AMOUNT, amount(300_00));
        row(day, "RECORD_COLLECTIVE_INCOME", Column.AMOUNT, amount(200_00), Column.SOURCE, "FUND_RETURN");
        row(day, "DECLARE_DIVIDEND", Column.YEAR, year, Column.AMOUNT, amount(900_00));
        row(day, "DECLARE_DIVIDEND", Column.YEAR, year, Column.RATE, "0.5");
        row(day, "PAY_DIVIDEND", Column.YEAR, year, Column.PARTY, household(), Column.AMOUNT, amount(5_00));
        row(day, "PAY_DIVIDEND", Column.YEAR, year, Column.PARTY, "*");
        row(day, "RETURN_DIVIDEND_PAYMENT", Column.YEAR, year, Column.PARTY, household(), Column.AMOUNT, amount(5_00));
        for (String payer : List.of("DEPOSIT", "RESERVE", "COMPANY", "GUARANTOR")) {
            row(
                    day,
                    "PAY_GUARANTEE",
                    Column.GUARANTEE,
                    "CAPITAL_SAFETY",
                    Column.PAYER,
                    payer,
                    Column.YEAR,
                    year,
                    Column.AMOUNT,
                    amount(50_00),
                    Column.ADVANCE,
                    anAdvance(),
                    Column.COUNTERPARTY,
                    company());
            row(
                    day,
                    "PAY_GUARANTEE",
                    Column.GUARANTEE,
                    "COLLECTIVE_INCOME",
                    Column.PAYER,
                    payer,
                    Column.YEAR,
                    year,
                    Column.AMOUNT,
                    amount(50_00),
                    Column.COUNTERPARTY,
                    company());
            row(
                    day,
                    "PAY_GUARANTEE",
                    Column.GUARANTEE,
                    "EMPLOYMENT_INCOME",
                    Column.PAYER,
                    payer,
                    Column.YEAR,
                    year,
                    Column.AMOUNT,
                    amount(50_00),
                    Column.PARTY,
                    household(),
                    Column.COUNTERPARTY,
                    company());
        }
        row(day, "REFUND_DEPOSIT", Column.PARTY, company(), Column.AMOUNT, amount(500_00));
    }

    private String household() {
        return "H" + (1 + random.nextInt(households));
    }

    private String company() {
        return random.nextBoolean() ? "C1" : "公司(二)";
    }

    private String anAdvance() {
        return advances.isEmpty() ? "无" : pick(advances.subList(Math.max(0, advances.size() - 5), advances.size()));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** From one fen to a limit, often an odd one. */
    private String amount(int limitFen) {
        int fen = 1 + random.nextInt(limitFen);
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    private void row(LocalDate day, String type, Object... columnsAndValues) {
        rows++;
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            cells.put((Column) columnsAndValues[i], (String) columnsAndValues[i + 1]);
        }
        String ref = rows % 7 == 0 ? "(%d)号".formatted(rows) : "R%d".formatted(rows);
        refs.add(ref);
        cells.put(Column.REF, ref);
        cells.put(Column.DATE, day.toString());
        cells.put(Column.FUND, "F1");
        cells.put(Column.TYPE, type);
        csv.append(COLUMNS.stream()
                        .map(column -> "\"" + cells.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .append('\n');
    }
}

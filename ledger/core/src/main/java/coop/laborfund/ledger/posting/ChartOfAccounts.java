package coop.laborfund.ledger.posting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** A chart of accounts: code, Chinese name and class of each {@link Account}, read from a table beside this class. */
public final class ChartOfAccounts {

    /** The charts by the first posting date that each is for: the cooperative chart of 财会〔2007〕15号. */
    private static final NavigableMap<LocalDate, ChartOfAccounts> CHARTS =
            new TreeMap<>(Map.of(LocalDate.MIN, read("cooperative-2007.csv")));

    /** What an account is a part of; decides where it stands in journals and reports. */
    public enum AccountClass {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE
    }

    /**
     * One row of the chart.
     *
     * @param code the account's code, digits
     * @param name its Chinese name
     */
    public record Heading(Account account, String code, String name, AccountClass accountClass) {}

    private final Map<Account, Heading> headings = new EnumMap<>(Account.class);
    private final Map<String, Heading> byCode = new HashMap<>();

    private ChartOfAccounts(List<Heading> rows) {
        for (Heading row : rows) {
            headings.put(row.account, row);
            byCode.put(row.code, row);
        }
        if (headings.size() != Account.values().length || byCode.size() != rows.size()) {
            throw new IllegalStateException("a chart names each account once, with a code of its own");
        }
    }

    /** The chart by which an entry of that posting date is written. */
    public static ChartOfAccounts inForce(LocalDate postingDate) {
        return CHARTS.floorEntry(postingDate).getValue();
    }

    /** The chart for what bears no date. */
    public static ChartOfAccounts latest() {
        return CHARTS.lastEntry().getValue();
    }

    /**
     * The account that a code stands for, in whichever chart.
     *
     * @throws IllegalArgumentException where no chart has such a code
     */
    public static Heading headingOf(String code) {
        return latest().heading(code);
    }

    public Heading heading(Account account) {
        return Objects.requireNonNull(headings.get(account));
    }

    public String code(Account account) {
        return heading(account).code;
    }

    /**
     * @throws IllegalArgumentException where the chart has no such code
     */
    public Heading heading(String code) {
        Heading heading = byCode.get(code);
        if (heading == null) {
            throw new IllegalArgumentException("no account " + code + " in the chart");
        }
        return heading;
    }

    private static ChartOfAccounts read(String table) {
        InputStream stream = Objects.requireNonNull(ChartOfAccounts.class.getResourceAsStream(table), table);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ChartOfAccounts(
                    reader.lines().skip(1).map(ChartOfAccounts::parse).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Heading parse(String row) {
        List<String> cells = List.of(row.split(",", -1));
        return new Heading(
                Account.valueOf(cells.get(0)), cells.get(1), cells.get(2), AccountClass.valueOf(cells.get(3)));
    }
}

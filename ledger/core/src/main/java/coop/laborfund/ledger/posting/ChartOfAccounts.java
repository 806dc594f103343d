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
import java.util.Objects;

/**
 * The charts of accounts of 财会〔2007〕15号 and, from 1 January 2023, of 财会〔2021〕37号, read from one table beside this class:
 * code, Chinese name and class of each {@link Account}, and the posting dates between which it is used where not all are. An account
 * keeps its code for ever, so that what was posted is named alike whenever it is asked for.
 */
public final class ChartOfAccounts {

    private static final Map<Account, Heading> HEADINGS = new EnumMap<>(Account.class);
    private static final Map<String, Heading> BY_CODE = new HashMap<>();

    static {
        for (Heading row : read("chart-of-accounts.csv")) {
            HEADINGS.put(row.account, row);
            BY_CODE.put(row.code, row);
        }
        if (HEADINGS.size() != Account.values().length || BY_CODE.size() != HEADINGS.size()) {
            throw new IllegalStateException("the chart names each account once, with a code of its own");
        }
    }

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
     * @param from the first posting date on which it is used
     * @param until the last one
     */
    public record Heading(
            Account account, String code, String name, AccountClass accountClass, LocalDate from, LocalDate until) {

        /** Whether entries of that posting date may use the account. */
        public boolean isInForce(LocalDate postingDate) {
            return !postingDate.isBefore(from) && !postingDate.isAfter(until);
        }
    }

    private ChartOfAccounts() {}

    /** Where administrative expenses (管理费用) of that posting date belong. */
    public static Account expenses(LocalDate postingDate) {
        return inForce(Account.EXPENSES, postingDate);
    }

    /** Where interest and bank fees (财务费用) of that posting date belong. */
    public static Account finance(LocalDate postingDate) {
        return inForce(Account.FINANCE, postingDate);
    }

    private static Account inForce(Account account, LocalDate postingDate) {
        return heading(account).isInForce(postingDate) ? account : Account.EXPENSES_2007;
    }

    public static Heading heading(Account account) {
        return Objects.requireNonNull(HEADINGS.get(account));
    }

    public static String code(Account account) {
        return heading(account).code;
    }

    /** Whether the chart has an account with a code. */
    public static boolean has(String code) {
        return BY_CODE.containsKey(code);
    }

    /**
     * The account that a code stands for.
     *
     * @throws IllegalArgumentException where no account has such a code
     */
    public static Heading heading(String code) {
        Heading heading = BY_CODE.get(code);
        if (heading == null) {
            throw new IllegalArgumentException("no account " + code + " in the chart");
        }
        return heading;
    }

    private static List<Heading> read(String table) {
        InputStream stream = Objects.requireNonNull(ChartOfAccounts.class.getResourceAsStream(table), table);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(ChartOfAccounts::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Heading parse(String row) {
        List<String> cells = List.of(row.split(",", -1));
        return new Heading(
                Account.valueOf(cells.get(0)),
                cells.get(1),
                cells.get(2),
                AccountClass.valueOf(cells.get(3)),
                day(cells.get(4), LocalDate.MIN),
                day(cells.get(5), LocalDate.MAX));
    }

    private static LocalDate day(String cell, LocalDate missing) {
        return cell.isEmpty() ? missing : LocalDate.parse(cell);
    }
}

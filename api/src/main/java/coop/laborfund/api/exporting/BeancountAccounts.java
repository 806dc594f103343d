package coop.laborfund.api.exporting;

import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import coop.laborfund.ledger.posting.Subs;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How accounts are called in a beancount journal: {@code Equity:A301:H001}, {@code Liabilities:A211:Deposit:C001}. Parts of
 * a name are ASCII letters, digits and dashes there, and begin with a capital or a digit.
 *
 * <p>Ids are spelled so that each has one spelling and can be read back: letters and digits stand for themselves, a dash for
 * two, every other character is its code point in hexadecimal between dashes ({@code 户1} → {@code X-0--6237-1}); and
 * {@code X-0-}, which no id gives as none has a character 0, goes before one that would begin with something else than a
 * capital or a digit.
 */
final class BeancountAccounts {

    private static final String LEAD = "X-0-";
    private static final String DEPOSIT = "Deposit";
    private static final String VILLAGE = "Village";
    private static final String GUARANTEE = "Guarantee";

    /** Fixed sub-accounts and their names here, of accounts that have no others. */
    private static final Map<String, String> FIXED =
            Map.of(Subs.RISK, "Risk", Subs.DISTRIBUTED, "Distributed", Subs.UNDISTRIBUTED, "Undistributed");

    private BeancountAccounts() {}

    static String name(LedgerAccount account) {
        String name = root(account.heading().accountClass()) + ":A" + account.code();
        return account.sub().isEmpty() ? name : name + ":" + sub(account);
    }

    /** The account that {@link #name} gives this name. */
    static LedgerAccount account(String name) {
        String[] parts = name.split(":", 3);
        Account account = Arrays.stream(Account.values())
                .filter(candidate -> parts[1].equals("A" + new LedgerAccount(candidate, "").code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
        String rest = parts.length < 3 ? "" : parts[2];
        return new LedgerAccount(account, rest.isEmpty() ? "" : readSub(account, rest));
    }

    private static String root(AccountClass accountClass) {
        return switch (accountClass) {
            case ASSET -> "Assets";
            case LIABILITY -> "Liabilities";
            case EQUITY -> "Equity";
            case INCOME -> "Income";
            case EXPENSE -> "Expenses";
        };
    }

    private static String sub(LedgerAccount account) {
        String sub = account.sub();
        if (hasFixedSubs(account.account())) {
            return Objects.requireNonNull(FIXED.get(sub));
        }
        if (account.account() != Account.PAYABLES) {
            return encoded(sub);
        }
        if (sub.equals(Subs.GUARANTEE)) {
            return GUARANTEE;
        }
        return Subs.isDeposit(sub) ? DEPOSIT + ":" + encoded(Subs.companyOfDeposit(sub)) : VILLAGE + ":" + encoded(sub);
    }

    private static String readSub(Account account, String name) {
        if (hasFixedSubs(account)) {
            return FIXED.entrySet().stream()
                    .filter(fixed -> fixed.getValue().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name))
                    .getKey();
        }
        if (account != Account.PAYABLES) {
            return decoded(name);
        }
        if (name.equals(GUARANTEE)) {
            return Subs.GUARANTEE;
        }
        String id = decoded(name.substring(name.indexOf(':') + 1));
        return name.startsWith(DEPOSIT + ":") ? Subs.deposit(id) : id;
    }

    private static boolean hasFixedSubs(Account account) {
        return account.ofReserve() || account == Account.APPROPRIATION;
    }

    private static String encoded(String sub) {
        return Arrays.stream(sub.split(":", -1)).map(BeancountAccounts::encode).collect(Collectors.joining(":"));
    }

    private static String decoded(String name) {
        return Arrays.stream(name.split(":", -1)).map(BeancountAccounts::decode).collect(Collectors.joining(":"));
    }

    /** An id as a part of an account's name. */
    static String encode(String id) {
        StringBuilder part = new StringBuilder();
        id.codePoints().forEach(point -> {
            if (isLetterOrDigit(point)) {
                part.appendCodePoint(point);
            } else {
                part.append('-')
                        .append(point == '-' ? "" : Integer.toHexString(point))
                        .append('-');
            }
        });
        boolean begins = !part.isEmpty() && part.charAt(0) != '-' && !Character.isLowerCase(part.charAt(0));
        return begins ? part.toString() : LEAD + part;
    }

    /** The id that {@link #encode} makes this of. */
    static String decode(String part) {
        StringBuilder id = new StringBuilder();
        int at = part.startsWith(LEAD) ? LEAD.length() : 0;
        while (at < part.length()) {
            if (part.charAt(at) != '-') {
                id.append(part.charAt(at++));
                continue;
            }
            int end = part.indexOf('-', at + 1);
            if (end == at + 1) {
                id.append('-');
            } else {
                id.appendCodePoint(Integer.parseInt(part.substring(at + 1, end), 16));
            }
            at = end + 1;
        }
        return id.toString();
    }

    private static boolean isLetterOrDigit(int point) {
        return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
    }
}

package coop.laborfund.ledger.docs;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.ChartOfAccounts.Heading;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries that an event makes, as {@link Postings} makes them. */
final class EventEntries {

    private EventEntries() {}

    /** One table; several entries where a word of the event decides between them. */
    static String of(FundEvent event) {
        StringBuilder text = new StringBuilder();
        variants(event).forEach((condition, variant) -> {
            if (!condition.isEmpty()) {
                text.append(condition).append(":\n\n");
            }
            text.append(entry(Postings.of(variant))).append('\n');
        });
        return text.toString();
    }

    private static Map<String, FundEvent> variants(FundEvent event) {
        Map<String, FundEvent> variants = new LinkedHashMap<>();
        if (event instanceof CollectiveIncomeRecorded income) {
            for (IncomeSource source : List.of(IncomeSource.FUND_RETURN, IncomeSource.OPERATING)) {
                for (IncomeRoute route : IncomeRoute.values()) {
                    variants.put(
                            "`%s`, `%s`".formatted(source, route),
                            new CollectiveIncomeRecorded(
                                    income.voucher(), income.village(), income.amount(), source, route));
                }
            }
        } else if (event instanceof GuaranteePaid paid) {
            for (Guarantee guarantee : Guarantee.values()) {
                for (GuaranteePayer payer : GuaranteePayer.values()) {
                    variants.put("`%s`, `%s`".formatted(guarantee, payer), payout(paid, guarantee, payer));
                }
            }
        } else {
            variants.put("", event);
        }
        return variants;
    }

    private static GuaranteePaid payout(GuaranteePaid paid, Guarantee guarantee, GuaranteePayer payer) {
        boolean capital = guarantee == Guarantee.CAPITAL_SAFETY;
        boolean household = guarantee == Guarantee.EMPLOYMENT_INCOME;
        boolean company = payer == GuaranteePayer.DEPOSIT || payer == GuaranteePayer.COMPANY;
        return new GuaranteePaid(
                paid.voucher(),
                guarantee,
                payer,
                paid.amount(),
                paid.year(),
                capital ? "A001" : null,
                capital ? "C001" : null,
                household ? "H001" : null,
                company ? "C001" : null);
    }

    private static String entry(Entry entry) {
        if (entry.lines().isEmpty()) {
            return "无分录 · no entry\n";
        }
        List<String> rows = new ArrayList<>();
        rows.add("| %s | 借 debit | 贷 credit |".formatted(entry.date()));
        rows.add("|---|--:|--:|");
        entry.lines().forEach(line -> rows.add(row(line)));
        return String.join("\n", rows) + "\n";
    }

    private static String row(Line line) {
        Heading heading = ChartOfAccounts.latest().heading(line.account());
        String account = heading.code() + (line.sub().isEmpty() ? "" : ":" + line.sub()) + " " + heading.name();
        return line.amount().isNegative()
                ? "| %s | | %s |".formatted(account, line.amount().negate())
                : "| %s | %s | |".formatted(account, line.amount());
    }
}

package coop.laborfund.ledger.docs;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
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
        switch (event) {
            case CollectiveIncomeRecorded income -> {
                for (IncomeSource source : List.of(IncomeSource.FUND_RETURN, IncomeSource.OPERATING)) {
                    for (IncomeRoute route : IncomeRoute.values()) {
                        variants.put(
                                "`%s`, `%s`".formatted(source, route),
                                new CollectiveIncomeRecorded(
                                        income.voucher(), income.village(), income.amount(), source, route, Rules.V2));
                    }
                }
            }
            case ReserveFunded funded -> {
                for (ReserveSource source : ReserveSource.values()) {
                    variants.put(
                            "`%s`".formatted(source),
                            new ReserveFunded(funded.voucher(), funded.amount(), source, Rules.V2));
                }
            }
            case LossAllocated loss -> {
                variants.put("`SHARES`", loss);
                variants.put(
                        "`RESERVE`",
                        new LossAllocated(
                                loss.voucher(), loss.amount(), LossSource.RESERVE, loss.resolution(), List.of()));
            }
            case ExpensePaid paid -> {
                variants.put("2022", new ExpensePaid(in2022(paid.voucher()), paid.amount(), Rules.V2));
                variants.put("2023", paid);
            }
            case BankInterestReceived interest -> {
                variants.put("2022", new BankInterestReceived(in2022(interest.voucher()), interest.amount()));
                variants.put("2023", interest);
            }
            case BankFeePaid fee -> {
                variants.put("2022", new BankFeePaid(in2022(fee.voucher()), fee.amount()));
                variants.put("2023", fee);
            }
            case GuaranteePaid paid -> {
                for (Guarantee guarantee : Guarantee.values()) {
                    for (GuaranteePayer payer : GuaranteePayer.values()) {
                        variants.put("`%s`, `%s`".formatted(guarantee, payer), payout(paid, guarantee, payer));
                    }
                }
            }
            default -> variants.put("", event);
        }
        return variants;
    }

    /** The last year of the chart before. */
    private static Voucher in2022(Voucher voucher) {
        return new Voucher(voucher.fund(), voucher.ref(), voucher.date().withYear(2022), voucher.memo());
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
                company ? "C001" : null,
                payer == GuaranteePayer.RESERVE ? parts(paid.amount()) : null,
                payer == GuaranteePayer.RESERVE ? "社决〔2024〕7号" : null,
                Rules.V2);
    }

    private static ReserveParts parts(Fen amount) {
        return new ReserveParts(Fen.ofYuan("4000"), Fen.ofYuan("500"), amount.minus(Fen.ofYuan("4500")));
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
        Heading heading = ChartOfAccounts.heading(line.account());
        String account = heading.code() + (line.sub().isEmpty() ? "" : ":" + line.sub()) + " " + heading.name();
        return line.amount().isNegative()
                ? "| %s | | %s |".formatted(account, line.amount().negate())
                : "| %s | %s | |".formatted(account, line.amount());
    }
}

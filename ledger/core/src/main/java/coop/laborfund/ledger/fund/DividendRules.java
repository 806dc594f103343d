package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.PARTY;
import static coop.laborfund.ledger.command.Column.RATE;
import static coop.laborfund.ledger.command.Column.YEAR;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.DividendCommand;
import coop.laborfund.ledger.command.DividendCommand.Basis;
import coop.laborfund.ledger.command.DividendCommand.DeclareDividend;
import coop.laborfund.ledger.command.DividendCommand.PayDividend;
import coop.laborfund.ledger.command.DividendCommand.Payee;
import coop.laborfund.ledger.command.DividendCommand.ReturnDividendPayment;
import coop.laborfund.ledger.event.DividendBasis;
import coop.laborfund.ledger.event.DividendBasis.Holder;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.money.Apportionment;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Declaring dividends on share-days, paying them, and taking back what the bank returned. */
final class DividendRules {

    private DividendRules() {}

    static Decision decide(FundState state, DividendCommand command) {
        return switch (command) {
            case DeclareDividend c -> declare(state, c);
            case PayDividend c ->
                switch (c.payee()) {
                    case Payee.Everyone everyone -> payEveryone(state, c);
                    case Payee.OneHousehold one -> payOne(state, c, one);
                };
            case ReturnDividendPayment c -> takeBack(state, c);
        };
    }

    private static Decision declare(FundState state, DeclareDividend c) {
        Once<DividendBasis> basis = new Once<>(() -> basis(state, c));
        Once<List<DividendLine>> lines = new Once<>(() -> apportion(c, basis.get()));
        Column blamed = switch (c.basis()) {
            case Basis.OfAmount amount -> AMOUNT;
            case Basis.OfRate rate -> RATE;
        };
        return new Ruling(state, c)
                .refuseIf(
                        RefusalCode.NOTHING_TO_DIVIDE,
                        YEAR,
                        () -> lines.get().isEmpty(),
                        () -> Map.of("year", String.valueOf(c.year())))
                .post(
                        Figures.DISTRIBUTION,
                        blamed,
                        () -> new DividendDeclared(c.voucher(), c.year(), rate(c), lines.get(), basis.get(), Rules.V2));
    }

    private static @Nullable Rate rate(DeclareDividend c) {
        return switch (c.basis()) {
            case Basis.OfAmount amount -> null;
            case Basis.OfRate rate -> rate.rate();
        };
    }

    /** Whose shares count, and for how long: from the year's first day to its last, or the declaration's where that is earlier. */
    private static DividendBasis basis(FundState state, DeclareDividend c) {
        LocalDate yearEnd = LocalDate.of(c.year(), Month.DECEMBER, Month.DECEMBER.maxLength());
        LocalDate from = LocalDate.ofYearDay(c.year(), 1);
        LocalDate to = c.date().isBefore(yearEnd) ? c.date() : yearEnd;
        List<Holder> holders = state.shareHistory().shareDays(from, to).entrySet().stream()
                .filter(holder -> holder.getValue().signum() > 0)
                .map(holder -> new Holder(holder.getKey(), holder.getValue()))
                .toList();
        BigInteger sum = holders.stream().map(Holder::shareDays).reduce(BigInteger.ZERO, BigInteger::add);
        return new DividendBasis(from, to, sum, holders);
    }

    private static List<DividendLine> apportion(DeclareDividend c, DividendBasis basis) {
        if (basis.households().isEmpty()) {
            return List.of();
        }
        SequencedMap<String, BigInteger> shareDays = new LinkedHashMap<>();
        basis.households().forEach(holder -> shareDays.put(holder.household(), holder.shareDays()));
        SequencedMap<String, Fen> parts = switch (c.basis()) {
            case Basis.OfAmount amount -> Apportionment.ofAmount(amount.amount(), shareDays);
            case Basis.OfRate rate -> Apportionment.ofRate(rate.rate(), shareDays);
        };
        return parts.entrySet().stream()
                .map(part -> new DividendLine(part.getKey(), part.getValue()))
                .toList();
    }

    private static Decision payEveryone(FundState state, PayDividend c) {
        List<DividendLine> unpaid = state.dividends().unpaid(c.year());
        return declared(state, c, c.year())
                .refuseIf(RefusalCode.NOTHING_TO_PAY, PARTY, unpaid::isEmpty)
                .post(PARTY, () -> new DividendPaid(c.voucher(), c.year(), unpaid));
    }

    private static Decision payOne(FundState state, PayDividend c, Payee.OneHousehold one) {
        Fen unpaid = state.dividends().claim(c.year(), one.household()).unpaid();
        Fen amount = one.amount().orElse(unpaid);
        return declared(state, c, c.year())
                .householdEvenIfLeft(PARTY, one.household())
                .refuseIf(RefusalCode.NOTHING_TO_PAY, PARTY, unpaid::isZero)
                .refuseIf(
                        RefusalCode.OVER_DIVIDEND,
                        AMOUNT,
                        () -> amount.exceeds(unpaid),
                        () -> Map.of("needed", amount.toString(), "available", unpaid.toString()))
                .post(
                        AMOUNT,
                        () -> new DividendPaid(
                                c.voucher(), c.year(), List.of(new DividendLine(one.household(), amount))));
    }

    private static Decision takeBack(FundState state, ReturnDividendPayment c) {
        Fen paid = state.dividends().claim(c.year(), c.household()).paid();
        return declared(state, c, c.year())
                .householdEvenIfLeft(PARTY, c.household())
                .refuseIf(
                        RefusalCode.OVER_DIVIDEND,
                        AMOUNT,
                        () -> c.amount().exceeds(paid),
                        () -> Map.of("needed", c.amount().toString(), "available", paid.toString()))
                .post(AMOUNT, () -> new DividendPaymentReturned(c.voucher(), c.year(), c.household(), c.amount()));
    }

    private static Ruling declared(FundState state, DividendCommand command, int year) {
        return new Ruling(state, command)
                .refuseIf(
                        RefusalCode.DIVIDEND_NOT_DECLARED,
                        YEAR,
                        () -> !state.dividends().isDeclared(year),
                        () -> Map.of("year", String.valueOf(year)));
    }
}

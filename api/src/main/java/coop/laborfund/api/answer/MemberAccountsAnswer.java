package coop.laborfund.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.ledger.event.DividendBasis;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.MemberAccounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The households' accounts with a fund, money as strings of yuan: by household, posting date and position, a row for each
 * movement, with what stood after it.
 */
public record MemberAccountsAnswer(String fund, List<MemberRow> rows) {

    private static final int FEN_PLACES = 2;

    /**
     * A movement; what it did, and after it the shares held, dividends unpaid and all payouts so far.
     *
     * @param shares more positive, less negative
     * @param declared negative where it was reversed, as are {@code paid} and {@code payout}; what came back is paid less
     * @param basis what {@code declared} was computed from; left out where nothing was declared, and of declarations under the first
     *     version of the rules, which kept none
     */
    public record MemberRow(
            String household,
            String date,
            long position,
            String ref,
            String type,
            String shares,
            String holding,
            String declared,
            String paid,
            String unpaid,
            String payout,
            String payouts,
            String memo,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            DividendLineBasis basis) {

        private static MemberRow of(MemberAccounts.Row row, @Nullable DividendDeclared declaration) {
            return new MemberRow(
                    row.household(),
                    row.date().toString(),
                    row.position(),
                    row.ref(),
                    row.type().name(),
                    row.shares().toString(),
                    row.holding().toString(),
                    row.declared().toString(),
                    row.paid().toString(),
                    row.unpaid().toString(),
                    row.payout().toString(),
                    row.payouts().toString(),
                    row.memo(),
                    declaration == null ? null : DividendLineBasis.of(declaration, row.household()));
        }
    }

    /**
     * How a household's line of a dividend comes about: by {@code rate}, {@code shareDays} × rate / 100 / 365; else its part of
     * {@code total}, in proportion to {@code shareDays} of {@code allShareDays}.
     *
     * @param year the year that the dividend is for
     * @param firstDay the first day that counts
     * @param lastDay the last one
     * @param rate percent a year; null where an amount was divided
     * @param total of all lines
     * @param shareDays the household's: yuan held times days held
     * @param allShareDays of all households together
     */
    public record DividendLineBasis(
            int year,
            String firstDay,
            String lastDay,
            @Nullable String rate,
            String total,
            String shareDays,
            String allShareDays) {

        private static @Nullable DividendLineBasis of(DividendDeclared declaration, String household) {
            DividendBasis basis = declaration.basis();
            if (basis == null) {
                return null;
            }
            BigInteger shareDays = basis.households().stream()
                    .filter(holder -> holder.household().equals(household))
                    .map(DividendBasis.Holder::shareDays)
                    .findFirst()
                    .orElse(BigInteger.ZERO);
            Fen total = declaration.lines().stream().map(line -> line.amount()).reduce(Fen.ZERO, Fen::plus);
            return new DividendLineBasis(
                    declaration.year(),
                    basis.firstDay().toString(),
                    basis.lastDay().toString(),
                    declaration.rate() == null ? null : declaration.rate().toString(),
                    total.toString(),
                    yuanDays(shareDays),
                    yuanDays(basis.shareDays()));
        }

        private static String yuanDays(BigInteger fenDays) {
            return new BigDecimal(fenDays, FEN_PLACES).toPlainString();
        }
    }

    /**
     * @param declarations the dividends declared in the rows, by their refs
     * @param household whose rows alone are answered, null for all
     */
    public static MemberAccountsAnswer of(
            String fund,
            List<MemberAccounts.Row> rows,
            Map<String, DividendDeclared> declarations,
            @Nullable String household) {
        return new MemberAccountsAnswer(
                fund,
                rows.stream()
                        .filter(row -> household == null || row.household().equals(household))
                        .map(row -> MemberRow.of(row, declarations.get(row.ref())))
                        .toList());
    }
}

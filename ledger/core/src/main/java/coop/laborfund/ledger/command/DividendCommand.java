package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.util.Optional;

/** Dividends. */
public sealed interface DividendCommand extends MovementCommand {

    /** The year that the dividend is for. */
    int year();

    /** What a dividend is computed from: an amount to divide, or a rate on share-days. */
    sealed interface Basis {
        record OfAmount(Fen amount) implements Basis {}

        record OfRate(Rate rate) implements Basis {}
    }

    /** Who is paid: every household with something unpaid ({@code *}), or one, all that is unpaid or a part of it. */
    sealed interface Payee {
        record Everyone() implements Payee {}

        record OneHousehold(String household, Optional<Fen> amount) implements Payee {}
    }

    /** 宣告分红. */
    record DeclareDividend(Voucher voucher, int year, Basis basis) implements DividendCommand {}

    /** 发放分红. */
    record PayDividend(Voucher voucher, int year, Payee payee) implements DividendCommand {}

    /** 分红退回. */
    record ReturnDividendPayment(Voucher voucher, int year, String household, Fen amount) implements DividendCommand {}
}

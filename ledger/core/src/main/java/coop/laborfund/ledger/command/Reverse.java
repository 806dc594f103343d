package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Voucher;

/** 冲正: undoes the movement with the ref {@code reverses}. */
public record Reverse(Voucher voucher, String reverses) implements MovementCommand {}

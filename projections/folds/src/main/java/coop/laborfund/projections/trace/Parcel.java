package coop.laborfund.projections.trace;

/**
 * Money that stays together.
 *
 * @param amount fen, above zero
 * @param followed whether it is of the money that is followed
 */
record Parcel(long amount, boolean followed) {}

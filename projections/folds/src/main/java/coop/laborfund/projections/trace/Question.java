package coop.laborfund.projections.trace;

import coop.laborfund.projections.query.Scope;

/**
 * Which money is followed.
 *
 * @param from a household, a company or the ref of a voucher; what is one of them is taken for the first of them that it is
 */
public record Question(Scope scope, String from, Direction direction, TraceRule rule) {}

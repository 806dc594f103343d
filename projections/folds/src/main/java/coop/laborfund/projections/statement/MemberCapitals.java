package coop.laborfund.projections.statement;

import java.time.LocalDate;
import java.util.List;

/**
 * The members' accounts (成员账户) on a day.
 *
 * @param position the last position that was taken into account
 * @param members by household in code point order
 */
public record MemberCapitals(String fund, LocalDate asOf, long position, List<MemberCapital> members) {}

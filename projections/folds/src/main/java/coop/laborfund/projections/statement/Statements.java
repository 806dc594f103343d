package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;
import java.util.List;

/**
 * A fund's official statements on a day.
 *
 * @param asOf the day; its year is the statements'
 * @param position the last position that was taken into account
 * @param balanceSheet 会农社01表; previous is at the year's beginning
 * @param income 会农社02表, from 1 January to the day; previous is the whole year before
 * @param equity 会农社03表 likewise: the opening, a row for each {@link EquityChange}, the closing
 * @param floorRate the dividend promised on shares by the day's policy, percent a year; where it is above zero, shares are in
 *     substance close to debt (明股实债), which whoever shows the statements has to say
 */
public record Statements(
        String fund,
        LocalDate asOf,
        long position,
        List<StatementLine> balanceSheet,
        List<StatementLine> income,
        List<EquityRow> equity,
        Rate floorRate) {}

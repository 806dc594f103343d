package coop.laborfund.api.answer;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.due.DueItem;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The movement that would settle what is due, without its ref and date; what a person has to choose is left out. */
final class DueMovement {

    /** The payee that stands for everybody with something unpaid. */
    private static final String EVERYONE = "*";

    private DueMovement() {}

    /** By the columns of a movement, the type first. */
    static Map<String, String> of(DueItem item) {
        return switch (item) {
            case DueItem.AdvanceDue i ->
                movement(
                        MovementType.REPAY_ADVANCE,
                        Map.of(
                                Column.ADVANCE,
                                i.advance(),
                                Column.AMOUNT,
                                i.amount().toString()));
            case DueItem.FloorDividendDue i -> movement(MovementType.DECLARE_DIVIDEND, declaration(i));
            case DueItem.DividendUnpaid i ->
                movement(MovementType.PAY_DIVIDEND, Map.of(Column.YEAR, i.subject(), Column.PARTY, EVERYONE));
            case DueItem.VillageMoneyHeld i ->
                movement(
                        MovementType.REMIT_COLLECTIVE_INCOME,
                        Map.of(Column.AMOUNT, i.amount().toString()));
            case DueItem.MonthToClose i -> movement(MovementType.CLOSE_MONTH, Map.of(Column.MONTH, i.subject()));
            case DueItem.BankLineOpen i ->
                movement(
                        MovementType.MATCH_BANK_LINE,
                        i.candidate()
                                .map(candidate -> Map.of(Column.LINE, i.ref(), Column.MATCH, candidate))
                                .orElse(Map.of(Column.LINE, i.ref())));
            case DueItem.NoticeToPublish i -> movement(MovementType.PUBLISH_NOTICE, Map.of(Column.MONTH, i.subject()));
        };
    }

    /** By the rate where nothing was declared; several declarations add up, so what is lacking is declared as an amount. */
    private static Map<Column, String> declaration(DueItem.FloorDividendDue item) {
        return item.declared().isZero()
                ? Map.of(Column.YEAR, item.subject(), Column.RATE, item.rate().toString())
                : Map.of(
                        Column.YEAR,
                        item.subject(),
                        Column.AMOUNT,
                        item.amount().toString());
    }

    private static Map<String, String> movement(MovementType type, Map<Column, String> cells) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(Column.TYPE.key(), type.name());
        new EnumMap<>(cells).forEach((column, cell) -> columns.put(column.key(), cell));
        return columns;
    }
}

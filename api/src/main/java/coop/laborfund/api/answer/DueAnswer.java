package coop.laborfund.api.answer;

import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.due.DueItem;
import coop.laborfund.projections.due.DueItems;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What is to be done in a fund, by date, money as strings of yuan. */
public record DueAnswer(String fund, String asOf, long position, List<Item> items) {

    /**
     * One thing to be done.
     *
     * @param date since when
     * @param subject an advance, a year, a village, a month, a bank line
     * @param amount zero where it is about no money
     * @param movement what would settle it, by the columns of a movement, without ref and date
     * @param evidence the positions that it rests on
     */
    public record Item(
            String date,
            long daysOverdue,
            String subject,
            String amount,
            String zh,
            String en,
            Map<String, String> movement,
            SortedSet<Long> evidence) {}

    public static DueAnswer of(DueItems due) {
        return new DueAnswer(
                due.fund(),
                due.asOf().toString(),
                due.position(),
                due.items().stream()
                        .map(item -> of(item, due.daysOverdue(item)))
                        .toList());
    }

    private static Item of(DueItem item, long daysOverdue) {
        Words words = words(item, daysOverdue);
        return new Item(
                item.date().toString(),
                daysOverdue,
                item.subject(),
                item.amount().toString(),
                words.chinese(),
                words.english(),
                DueMovement.of(item),
                item.evidence());
    }

    private static Words words(DueItem item, long days) {
        return switch (item) {
            case DueItem.AdvanceDue i ->
                i.agreed().isAfter(i.date())
                        ? tell("advance.late", i.company(), i.advance(), i.date(), days, i.amount(), i.agreed())
                        : tell("advance", i.company(), i.advance(), i.date(), days, i.amount());
            case DueItem.FloorDividendDue i ->
                i.declared().isZero()
                        ? tell("floor", i.year(), i.rate(), i.amount(), i.date(), days)
                        : tell("floor.short", i.year(), i.rate(), i.declared(), i.amount(), i.date(), days);
            case DueItem.DividendUnpaid i -> tell("unpaid", i.year(), i.amount(), i.households(), i.date(), days);
            case DueItem.VillageMoneyHeld i -> tell("village", i.received(), i.amount(), i.date(), days);
            case DueItem.MonthToClose i -> tell("month", i.month(), days);
            case DueItem.BankLineOpen i ->
                i.in() ? tell("bankIn", i.ref(), i.date(), i.amount()) : tell("bankOut", i.ref(), i.date(), i.amount());
            case DueItem.NoticeToPublish i -> tell("notice", i.month(), days);
        };
    }

    private static Words tell(String key, @Nullable Object... arguments) {
        return Words.of(Area.DUE, key, arguments);
    }
}

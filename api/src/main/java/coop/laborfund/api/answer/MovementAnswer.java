package coop.laborfund.api.answer;

import java.util.List;

/**
 * One movement and what it did to the books.
 *
 * @param position its place in the history; of a dry run, the last position that it was decided on
 * @param recorded whether it stands in the history; false after a dry run of something new
 * @param entry empty where it posts nothing
 * @param balances of the entry's accounts right after it, those of zero too, sorted by account and sub
 */
public record MovementAnswer(
        String ref, long position, boolean recorded, List<EntryLine> entry, List<BalancesAnswer.Account> balances) {}

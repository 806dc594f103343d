package coop.laborfund.ledger.event;

import java.time.LocalDate;

/**
 * The head that every movement bears (凭证).
 *
 * @param fund the fund's id (基金编号)
 * @param ref the voucher number, unique within the fund (凭证号)
 * @param date the business date (业务日期); when it was recorded is the store's own clock
 * @param memo free text (摘要), empty where none was given
 */
public record Voucher(String fund, String ref, LocalDate date, String memo) {}

package coop.laborfund.ledger.door;

import java.time.LocalDate;

/**
 * What movements were decided on: while the fund stands there and the day is the same, deciding again would give the same.
 *
 * @param sequence the fund's last event, -1 where it had none
 * @param today the date in Asia/Shanghai
 */
public record DecisionBasis(long sequence, LocalDate today) {}

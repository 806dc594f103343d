package coop.laborfund.ledger.door;

import coop.laborfund.ledger.fund.FundState;
import java.time.LocalDate;

/**
 * What movements were decided on, and what they would leave: while the fund stands there and the day is the same, deciding again
 * would give the same.
 *
 * @param sequence the fund's last event, -1 where it had none
 * @param today the date in Asia/Shanghai
 * @param after the fund's state with the accepted movements
 */
public record DecisionBasis(long sequence, LocalDate today, FundState after) {}

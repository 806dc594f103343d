package coop.laborfund.ledger.refusal;

import coop.laborfund.ledger.command.Column;
import java.util.Map;

/**
 * Why a movement is refused: data, not an exception.
 *
 * @param column the column to look at
 * @param details what explains it, by the placeholder's name in the code's message: {@code limit}, {@code available}, …
 */
public record Rejection(RefusalCode code, Column column, Map<String, String> details) {}

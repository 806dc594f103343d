package coop.laborfund.ledger.axon;

import java.util.Map;

/**
 * What movements of one fund leave in the registers beside the history.
 *
 * @param names display names by household
 * @param bankTexts the bank's words by the refs of its lines
 */
record Registered(Map<String, String> names, Map<String, String> bankTexts) {}

package coop.laborfund.api.asking;

import coop.laborfund.api.answer.TraceAnswer;

/**
 * Where money went, or came from.
 *
 * @param known whether anything of the fund bears the name that was asked for; the answer is empty where nothing does
 */
public record ToldTrace(boolean known, Told<TraceAnswer> told) {}

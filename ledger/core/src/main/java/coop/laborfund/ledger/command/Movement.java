package coop.laborfund.ledger.command;

import java.util.Optional;

/**
 * A command with what stands beside it and is not decided.
 *
 * @param digest SHA-256 (lower-case hex) of the row's content; a repeat of a ref is told from another movement by it
 * @param registered text for a register beside the history: a household's display name, the bank's words of a line; personal, so
 *     never part of a command or event
 */
public record Movement(MovementCommand command, String digest, Optional<String> registered) {}

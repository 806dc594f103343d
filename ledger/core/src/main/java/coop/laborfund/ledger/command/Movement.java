package coop.laborfund.ledger.command;

import java.util.Optional;

/**
 * A command with what stands beside it and is not decided.
 *
 * @param digest SHA-256 (lower-case hex) of the row's content; a repeat of a ref is told from another movement by it
 * @param householdName display name for the register beside the history; personal, so never part of a command or event
 */
public record Movement(MovementCommand command, String digest, Optional<String> householdName) {}

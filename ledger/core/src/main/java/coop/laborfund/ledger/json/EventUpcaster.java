package coop.laborfund.ledger.json;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the stored form of one revision into that of the next.
 *
 * @param type the event's name in the {@link EventCatalog}
 * @param fromRevision what it reads; what it gives is {@code fromRevision + 1}
 * @param transform pure: the same payload always becomes the same; it may change the node it is given
 */
public record EventUpcaster(String type, int fromRevision, UnaryOperator<ObjectNode> transform) {}

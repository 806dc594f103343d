package coop.laborfund.ledger.json;

/** A stored event that this program cannot read: written by a newer one, or damaged. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }

    private UnreadableEventException(String message) {
        super(message);
    }

    static UnreadableEventException unknown(String type, int revision) {
        return new UnreadableEventException(
                "此程序不认识事件类型 %1$s 版本 %2$d / this program does not know event type %1$s revision %2$d"
                        .formatted(type, revision));
    }

    static UnreadableEventException at(long position, String type, int revision, RuntimeException cause) {
        return new UnreadableEventException(
                "位置 %1$d 的事件（%2$s 版本 %3$d）无法读取 / the event at position %1$d (%2$s revision %3$d) cannot be read: %4$s"
                        .formatted(position, type, revision, cause.getMessage()),
                cause);
    }
}

package coop.laborfund.api.recording;

import coop.laborfund.ledger.door.Requester;
import java.util.UUID;

/** Who asks, as far as it can be told while there is no sign-in: the machine's user under whom the program runs. */
public final class Requesters {

    private static final int LONGEST = 60;

    private final String channel;

    /** @param channel by which door they come, such as {@code http} or {@code cli} */
    public Requesters(String channel) {
        this.channel = channel;
    }

    /** Who asks by a new request or run. */
    public Requester next() {
        return new Requester(user(), channel, UUID.randomUUID().toString());
    }

    /** Without control characters, which no name has. */
    private static String user() {
        String name =
                System.getProperty("user.name", "").replaceAll("\\p{Cntrl}", "").strip();
        if (name.isEmpty()) {
            return "unknown";
        }
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}

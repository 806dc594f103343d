package coop.laborfund.api.recording;

import coop.laborfund.ledger.door.Requester;
import java.util.UUID;

/** Who asks, as far as it can be told while there is no sign-in: the machine's user under whom the program runs. */
public final class Requesters {

    private static final int LONGEST = 60;

    private final String channel;
    private final String clockTrustedBy;

    /** @param channel by which door they come, such as {@code http} or {@code cli} */
    public Requesters(String channel) {
        this(channel, "");
    }

    /** @param clockTrustedBy who stands in for the clock where the ledger does not trust it, empty where nobody does */
    public Requesters(String channel, String clockTrustedBy) {
        this.channel = channel;
        this.clockTrustedBy = clockTrustedBy;
    }

    /** Who asks by a new request or run. */
    public Requester next() {
        return new Requester(user(), channel, UUID.randomUUID().toString()).trustingClock(clockTrustedBy);
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

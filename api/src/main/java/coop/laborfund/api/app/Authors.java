package coop.laborfund.api.app;

import coop.laborfund.ledger.door.Requester;
import java.util.UUID;

/** Who records, as far as it can be told while there is no sign-in: the machine's user under whom the program runs. */
public final class Authors {

    private static final int LONGEST = 60;

    private Authors() {}

    /** Who asks by a new request or run that comes in by a channel. */
    public static Requester of(String channel) {
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

package coop.laborfund.api;

import coop.laborfund.api.cli.RootCommand;

/** Where the program starts. */
public final class LaborFund {

    private LaborFund() {}

    public static void main(String[] arguments) {
        System.exit(RootCommand.run(arguments));
    }
}

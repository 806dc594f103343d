package coop.laborfund.ledger.posting;

/** How sub-accounts are written after their account. */
public final class Subs {

    public static final String NONE = "";
    public static final String RISK = "risk";

    /** What was given out of surplus in a year that is not closed. */
    public static final String DISTRIBUTED = "distributed";

    /** Surplus, or loss, that nothing was made of yet. */
    public static final String UNDISTRIBUTED = "undistributed";

    /** Guarantee money on its way from a payer to whom it is for. */
    public static final String GUARANTEE = "guarantee";

    private static final String SEPARATOR = ":";
    private static final String DEPOSIT_PREFIX = "deposit" + SEPARATOR;

    private Subs() {}

    public static String deposit(String company) {
        return DEPOSIT_PREFIX + company;
    }

    public static boolean isDeposit(String sub) {
        return sub.startsWith(DEPOSIT_PREFIX);
    }

    /** The company that {@link #deposit} was given. */
    public static String companyOfDeposit(String sub) {
        return sub.substring(DEPOSIT_PREFIX.length());
    }

    /** No id has a colon in it. */
    public static String advance(String company, String advance) {
        return company + SEPARATOR + advance;
    }

    /** The company that {@link #advance} was given. */
    public static String companyOfAdvance(String sub) {
        return sub.substring(0, sub.indexOf(SEPARATOR));
    }
}

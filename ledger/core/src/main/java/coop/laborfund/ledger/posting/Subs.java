package coop.laborfund.ledger.posting;

/** How sub-accounts are written after their account. */
public final class Subs {

    public static final String NONE = "";
    public static final String RISK = "risk";

    /** Guarantee money on its way from a payer to whom it is for. */
    public static final String GUARANTEE = "guarantee";

    private static final String DEPOSIT_PREFIX = "deposit:";

    private Subs() {}

    public static String deposit(String company) {
        return DEPOSIT_PREFIX + company;
    }

    public static boolean isDeposit(String sub) {
        return sub.startsWith(DEPOSIT_PREFIX);
    }

    public static String advance(String company, String advance) {
        return company + ":" + advance;
    }
}

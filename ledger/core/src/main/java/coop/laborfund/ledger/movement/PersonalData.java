package coop.laborfund.ledger.movement;

/** Tells what should not be in a history that nobody can erase. */
public final class PersonalData {

    private PersonalData() {}

    /** Whether an identity number or a mobile number stands in a text. */
    public static boolean isIn(String text) {
        return IdForm.hasPersonal(text);
    }
}

package coop.laborfund.api.proof;

/** Small forgeries. */
final class TamperedPackTexts {

    private TamperedPackTexts() {}

    /** One digit of the signature another. */
    static String otherSignature(String json) {
        int at = json.indexOf("\"signature\":\"") + "\"signature\":\"".length() + 5;
        char other = json.charAt(at) == 'A' ? 'B' : 'A';
        return json.substring(0, at) + other + json.substring(at + 1);
    }
}

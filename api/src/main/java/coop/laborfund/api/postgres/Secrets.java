package coop.laborfund.api.postgres;

import java.util.regex.Pattern;

/** Takes passwords out of what is shown of a database's URL, or of what somebody says who was given one. */
public final class Secrets {

    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;]\\s*[a-z]*password)=[^&;\\s]*");
    private static final Pattern BEFORE_HOST = Pattern.compile("(//[^/@\\s:]*):[^/\\s]*@");

    private Secrets() {}

    /** The text with asterisks in the place of each password. */
    public static String hidden(String text) {
        String withoutParameters = PARAMETER.matcher(text).replaceAll("$1=***");
        return BEFORE_HOST.matcher(withoutParameters).replaceAll("$1:***@");
    }
}

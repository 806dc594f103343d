package coop.laborfund.launch;

import java.lang.reflect.InvocationTargetException;
import java.util.Objects;

/** Calls another class's {@code main}. */
final class MainMethod {

    private MainMethod() {}

    /** @throws Throwable whatever it throws */
    static void run(String type, String[] arguments) throws Throwable {
        try {
            Class.forName(type).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw Objects.requireNonNullElse(failed.getCause(), failed);
        }
    }
}

package coop.laborfund.launch;

import java.lang.reflect.InvocationTargetException;

/** Calls another class's {@code main}. */
final class MainMethod {

    private MainMethod() {}

    static void run(String type, String[] arguments) throws ReflectiveOperationException {
        try {
            Class.forName(type).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof RuntimeException) {
                throw (RuntimeException) cause;
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw failed;
        }
    }
}

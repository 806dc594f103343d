package coop.laborfund.launch;

import java.util.Arrays;
import java.util.List;

/** A program that says how it was started. */
public final class EchoProgram {

    private EchoProgram() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        switch (words.getFirst()) {
            case "copy" -> System.in.transferTo(System.out);
            case "exit" -> System.exit(Integer.parseInt(words.getLast()));
            case "property" -> System.out.println(System.getProperty(words.getLast()));
            case "wait" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("orderly")));
                System.out.println(ProcessHandle.current().pid());
                Thread.sleep(120_000);
            }
            default ->
                System.out.println(
                        (System.getProperty("java.class.path").endsWith("code.jar") ? "cache " : "jar ") + words);
        }
    }
}

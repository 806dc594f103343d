package coop.laborfund.api.cli;

import coop.laborfund.api.postgres.PostgresAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Gives the commands once, on a sample in a folder of its own, for whoever wants to know what the program loads. */
public final class Rehearsal {

    private static final String SAMPLE = "/sample/cooperative.csv";

    private static final List<String> QUESTIONS = List.of(
            "funds",
            "balances --fund DEMO",
            "balances --fund DEMO --format json",
            "guarantees --fund DEMO --year 2025 --as-of 2025-12-31",
            "members --fund DEMO",
            "journal --fund DEMO",
            "events --fund DEMO",
            "heads");

    private Rehearsal() {}

    /** @param arguments an empty folder, which is to be deleted afterwards */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path sample = folder.resolve("sample.csv");
        try (InputStream content = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(SAMPLE), SAMPLE)) {
            Files.copy(content, sample);
        }
        Path data = folder.resolve("data");
        // Started once for all of them.
        try (PostgresAccess database = PostgresAccess.embedded(data)) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            run("import", data, sample.toString());
            for (String question : QUESTIONS) {
                String[] words = question.split(" ", -1);
                run(words[0], data, Arrays.copyOfRange(words, 1, words.length));
            }
        }
    }

    /** On that folder's database, whichever the environment names: nobody's ledger is to have the sample in it. */
    private static void run(String command, Path data, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command, "--url=", "--data", data.toString()));
        line.addAll(List.of(arguments));
        RootCommand.run(line.toArray(String[]::new));
    }
}

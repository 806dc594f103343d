package coop.laborfund.api.cli;

import coop.laborfund.api.backup.BackupException;
import coop.laborfund.api.importing.TemporaryFileException;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.postgres.DatabaseUnavailableException;
import coop.laborfund.api.postgres.Secrets;
import coop.laborfund.api.proof.ProofException;
import coop.laborfund.api.words.LedgerWords;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.door.OutcomeUnknownException;
import coop.laborfund.projections.store.ReadTablesException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code laborfund}: names the commands, and turns what goes wrong into a sentence and an exit status. */
@Command(name = "laborfund", mixinStandardHelpOptions = true, version = "laborfund 1")
public final class RootCommand {

    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            ImportCommand.class,
            TemplateCommand.class,
            FundsCommand.class,
            BalancesCommand.class,
            GuaranteesCommand.class,
            FindingsCommand.class,
            RollUpCommand.class,
            TraceCommand.class,
            JournalCommand.class,
            MembersCommand.class,
            StatementCommand.class,
            DueCommand.class,
            ForecastCommand.class,
            WhatIfCommand.class,
            EventsCommand.class,
            ExportCommand.class,
            RebuildCommand.class,
            HeadsCommand.class,
            KeyCommand.class,
            PackCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AutoComplete.GenerateCompletion.class);

    private RootCommand() {}

    /** Runs a command line; returns the exit status. */
    public static int run(String... arguments) {
        // Results may be long, so they are flushed once, at the end; messages are for somebody who waits.
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            return commandLine(arguments).setOut(out).setErr(err).execute(arguments);
        } finally {
            out.flush();
        }
    }

    /** All commands. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /**
     * Of the commands only the one that is asked for, where one is: to describe all takes longer than most take to answer. All for the
     * one that is about all.
     */
    static CommandLine commandLine(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .filter(command -> command != AutoComplete.GenerateCompletion.class)
                .findFirst()
                .map(asked -> commandLine(List.of(asked)))
                .orElseGet(RootCommand::commandLine);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine root = new CommandLine(new RootCommand());
        commands.forEach(command -> root.addSubcommand(command));
        CommandLine.IParameterExceptionHandler explains = root.getParameterExceptionHandler();
        return root.setParameterExceptionHandler(
                        (mistake, given) -> explains.handleParseException(withoutPasswords(mistake), given))
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setHelpFactory(CommandWords::help);
    }

    /** What is not understood is quoted, and may be a database's URL. */
    private static ParameterException withoutPasswords(ParameterException mistake) {
        String said = String.valueOf(mistake.getMessage());
        String words = Secrets.hidden(said);
        return words.equals(said) ? mistake : new ParameterException(mistake.getCommandLine(), words);
    }

    private static String name(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
    }

    static int explain(Exception failure, PrintWriter err) {
        if (OrderlyEnd.isUnderWay()) {
            return ExitStatus.REFUSED;
        }
        if (failure instanceof CommandException known) {
            err.println(known.getMessage());
            return known.status();
        }
        if (failure instanceof UnreadableFileException unreadable) {
            err.println(unreadable.getMessage());
            return ExitStatus.UNUSABLE;
        }
        if (failure instanceof ProofException unusable) {
            err.println(unusable.getMessage());
            return ExitStatus.UNUSABLE;
        }
        if (failure instanceof BackupException refused) {
            err.println(refused.getMessage());
            return ExitStatus.REFUSED;
        }
        if (failure instanceof DatabaseUnavailableException unavailable) {
            err.println(unavailable.getMessage());
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof TemporaryFileException) {
            err.println(Words.of("temporaryFile").lines());
            return ExitStatus.UNUSABLE;
        }
        if (NestedExceptions.find(failure, OutcomeUnknownException.class).isPresent()) {
            err.println(Words.of("outcomeUnknown").lines());
            return ExitStatus.NO_DATABASE;
        }
        if (isDiskFull(failure)) {
            err.println(Words.of("batchDiskFull").lines());
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof HistoryCutException cut) {
            err.println(LedgerWords.of(cut).lines());
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof ClockUntrustedException trouble) {
            err.println(LedgerWords.of(trouble).lines());
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof ReadTablesException) {
            err.println(failure.getMessage());
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof DatabaseFailedException) {
            err.println(Words.of("databaseFailed", failure.getMessage()).lines());
            return ExitStatus.NO_DATABASE;
        }
        Words failed = Words.of("programFailed");
        err.println(failed.chinese() + " " + failed.english());
        failure.printStackTrace(err);
        return ExitStatus.REFUSED;
    }

    private static boolean isDiskFull(Exception failure) {
        return NestedExceptions.find(failure, DatabaseFailedException.class)
                .filter(cause -> cause.reason() == DatabaseFailedException.Reason.DISK_FULL)
                .isPresent();
    }
}

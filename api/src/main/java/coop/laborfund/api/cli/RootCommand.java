package coop.laborfund.api.cli;

import coop.laborfund.api.importing.TemporaryFileException;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.postgres.DatabaseUnavailableException;
import coop.laborfund.api.proof.ProofException;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.OutcomeUnknownException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code laborfund}: names the commands, and turns what goes wrong into a sentence and an exit status. */
@Command(
        name = "laborfund",
        description = "一金三保劳务合作基金账本 · Ledger of the labor-cooperative fund",
        mixinStandardHelpOptions = true,
        version = "laborfund 1",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            TemplateCommand.class,
            FundsCommand.class,
            BalancesCommand.class,
            GuaranteesCommand.class,
            JournalCommand.class,
            MembersCommand.class,
            EventsCommand.class,
            RebuildCommand.class,
            HeadsCommand.class,
            PackCommand.class,
            VerifyCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class RootCommand {

    private RootCommand() {}

    /** Runs a command line; returns the exit status. */
    public static int run(String... arguments) {
        // Results may be long, so they are flushed once, at the end; messages are for somebody who waits.
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            return commandLine().setOut(out).setErr(err).execute(arguments);
        } finally {
            out.flush();
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new RootCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true);
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
        if (failure instanceof DatabaseUnavailableException unavailable) {
            err.println(unavailable.getMessage());
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof TemporaryFileException) {
            err.println("临时文件写不进去或读不回来。请检查数据目录下 tmp 的空间和权限,再导入一次。");
            err.println("A temporary file cannot be written or read back. "
                    + "Check room and permissions of tmp in the data directory, then import again.");
            return ExitStatus.UNUSABLE;
        }
        if (NestedExceptions.find(failure, OutcomeUnknownException.class).isPresent()) {
            err.println("提交时与数据库失去联系,不能确定最后一批是否已记录。数据库恢复后用同样的内容再试一次,不会重复记录。");
            err.println("The database was lost at a commit; whether the last batch was recorded is not known. "
                    + "Try the same again when it is back; nothing is recorded twice.");
            return ExitStatus.NO_DATABASE;
        }
        if (isDiskFull(failure)) {
            err.println("磁盘已满,手头这一批没有记录。请腾出空间后用同样的内容再试,已记录的不会重复。");
            err.println("The disk is full; the batch in hand was not recorded. "
                    + "Make room, then try the same again; nothing is recorded twice.");
            return ExitStatus.NO_DATABASE;
        }
        if (failure instanceof DatabaseFailedException) {
            err.println("数据库出错:" + failure.getMessage());
            err.println("The database failed: " + failure.getMessage());
            return ExitStatus.NO_DATABASE;
        }
        err.println("程序出错,请把下面的内容报告给维护者。 The program failed; please report what follows.");
        failure.printStackTrace(err);
        return ExitStatus.REFUSED;
    }

    private static boolean isDiskFull(Exception failure) {
        return NestedExceptions.find(failure, DatabaseFailedException.class)
                .filter(cause -> cause.reason() == DatabaseFailedException.Reason.DISK_FULL)
                .isPresent();
    }
}

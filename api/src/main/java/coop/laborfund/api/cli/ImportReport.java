package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.RowNote;
import coop.laborfund.api.words.Words;
import java.io.PrintWriter;
import java.util.List;

/** An import's result in sentences, for a terminal. */
final class ImportReport {

    /** Of refused rows and of warnings: nobody reads more, and the first ones are mostly all of one kind. */
    private static final int MOST_SHOWN = 50;

    private final ImportResult result;
    private final PrintWriter err;

    ImportReport(ImportResult result, PrintWriter err) {
        this.result = result;
        this.err = err;
    }

    /** Which sheets of a file were left alone, and why. */
    void sheets(MovementsFile file) {
        if (!file.sheetsNotRead().isEmpty()) {
            Words sheets = new Words(file.sheetsNotReadChinese(), file.sheetsNotReadEnglish());
            err.println(CommandWords.together("import.sheetsNotRead", file.name(), sheets));
        }
    }

    void print(boolean dryRun) {
        int warnings = result.warnings().size() + result.warningsNotListed();
        int refused = result.refusedCount();
        int more = show(result.warnings(), warnings);
        if (more > 0) {
            err.println(CommandWords.together("import.moreWarnings", more, warnings));
        }
        more = show(result.refused(), refused);
        if (more > 0) {
            err.println(CommandWords.together("import.moreRefused", more, refused));
        }
        int already = result.alreadyRecorded();
        if (dryRun) {
            err.println(CommandWords.together("import.trial", result.wouldRecord(), already, refused));
            return;
        }
        err.println(CommandWords.together("import.summary", result.recorded(), already, refused));
        if (!result.fundsNotRecorded().isEmpty()) {
            Words funds = new Words(
                    String.join("、", result.fundsNotRecorded()), String.join(", ", result.fundsNotRecorded()));
            err.println(CommandWords.together("import.fundsNotRecorded", funds));
        }
    }

    /** How many are not shown. */
    private int show(List<RowNote> notes, int count) {
        for (RowNote note : notes.subList(0, Math.min(notes.size(), MOST_SHOWN))) {
            err.println(note.chinese());
            err.println(note.english());
        }
        return count - Math.min(notes.size(), MOST_SHOWN);
    }
}

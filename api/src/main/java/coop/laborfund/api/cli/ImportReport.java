package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.RowNote;
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

    void print(boolean dryRun) {
        show(result.warnings(), result.warnings().size() + result.warningsNotListed(), "处提醒", "warnings");
        show(result.refused(), result.refusedCount(), "行被拒绝", "refused rows");
        String sentence = dryRun
                ? "只检查:导入将记录 %d 行,早已记录 %d 行,拒绝 %d 行。 Checked only: would record %d, already recorded %d, refused %d."
                : "已记录 %d 行,早已记录 %d 行,拒绝 %d 行。 Recorded %d, already recorded %d, refused %d.";
        int rows = dryRun ? result.wouldRecord() : result.recorded();
        int already = result.alreadyRecorded();
        int refused = result.refusedCount();
        err.println(sentence.formatted(rows, already, refused, rows, already, refused));
        if (!dryRun && !result.fundsNotRecorded().isEmpty()) {
            err.println("未记录的基金:" + String.join("、", result.fundsNotRecorded()) + " Funds not recorded: "
                    + String.join(", ", result.fundsNotRecorded()));
        }
    }

    private void show(List<RowNote> notes, int count, String chinese, String english) {
        notes.stream().limit(MOST_SHOWN).forEach(this::show);
        int more = count - Math.min(notes.size(), MOST_SHOWN);
        if (more > 0) {
            err.println(
                    "另有 %d %s没有显示,共 %d;--json 和 --refused 有全部。 %d more %s of %d are not shown; --json and --refused have all."
                            .formatted(more, chinese, count, more, english, count));
        }
    }

    private void show(RowNote note) {
        err.println(note.chinese());
        err.println(note.english());
    }
}

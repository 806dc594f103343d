package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.door.DecisionBasis;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LikeMovements;
import coop.laborfund.ledger.door.LikeMovements.Recorded;
import coop.laborfund.ledger.door.RefSkeleton;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.MovementType.Kind;
import coop.laborfund.ledger.movement.PersonalData;
import coop.laborfund.ledger.movement.ReadRow.WellFormed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to look at in one fund's rows of one file. Rows tell something of themselves, and of rows before them; what the fund has
 * recorded is asked once, after the rows are decided on.
 */
final class FundWarnings {

    private final String file;
    private final List<Pending> pending = new ArrayList<>();

    /** Rows of money by all but their refs. */
    private final Map<String, RowAt> contents = new HashMap<>();

    /** Rows by refs with their punctuation made one. */
    private final Map<String, RowAt> skeletons = new HashMap<>();

    /** By index: rows that something was said of already, in which no more is looked for. */
    private final BitSet doubles = new BitSet();

    FundWarnings(String file) {
        this.file = file;
    }

    /** @param before the row that it is like, null where there is none in the file */
    private record Pending(
            int index, RowNote note, @Nullable RowAt before) {}

    void look(FileRow row) {
        if (row.passedOver()) {
            String first = row.cells().values().stream().findFirst().orElse("");
            warn(RowAt.of(row), WarningCode.NOT_A_MOVEMENT, "", first);
        } else if (row.hidden()) {
            warn(RowAt.of(row), WarningCode.HIDDEN_ROW, "", "");
        }
    }

    void look(FileRow row, WellFormed read) {
        RowAt at = RowAt.of(row);
        String memo = row.cell(Column.MEMO);
        if (!memo.isEmpty() && PersonalData.isIn(memo)) {
            warn(at, WarningCode.PERSONAL_IN_MEMO, Column.MEMO.key(), memo);
        }
        if (isMoney(read)) {
            RowAt before = contents.putIfAbsent(read.content().withoutRef(), at);
            if (before != null) {
                like(at, WarningCode.LOOKS_DOUBLE, before);
            }
        }
        if (RefSkeleton.differs(at.ref())) {
            RowAt before = skeletons.putIfAbsent(RefSkeleton.of(at.ref()), at);
            if (before != null && !before.ref().equals(at.ref())) {
                like(at, WarningCode.REF_LOOKS_ALIKE, before);
            }
        }
    }

    private static boolean isMoney(WellFormed read) {
        return isMoney(read.movement().command());
    }

    private static boolean isMoney(MovementCommand command) {
        return MovementType.of(command).kind() == Kind.MONEY;
    }

    private void warn(RowAt at, WarningCode code, String column, String value) {
        pending.add(new Pending(at.index(), RowNote.warning(file, at, code, column, value), null));
    }

    private void like(RowAt at, WarningCode code, RowAt before) {
        doubles.set(at.index());
        String sheet = before.sheet().isEmpty() ? "" : "“" + before.sheet() + "”";
        String chinese = sheet + "第 " + before.number() + " 行(凭证 " + before.ref() + ")";
        String english = sheet + "row " + before.number() + " (" + before.ref() + ")";
        RowNote note = RowNote.warning(file, at, code, Column.REF.key(), at.ref(), chinese, english);
        pending.add(new Pending(at.index(), note, before));
    }

    private void likeRecorded(RowAt at, WarningCode code, String ref) {
        RowNote note = RowNote.warning(
                file, at, code, Column.REF.key(), at.ref(), "已经记录的凭证 " + ref, "recorded voucher " + ref);
        pending.add(new Pending(at.index(), note, null));
    }

    /**
     * All there is to say, in the order of the file.
     *
     * @param decision on the batch, null where there was nothing to decide
     * @param rows the fund's rows again
     */
    List<RowNote> of(
            String fund, Batch batch, @Nullable FundDecision decision, LikeMovements likes, MovementsFile rows) {
        Map<Integer, Outcome> outcomes = new HashMap<>();
        if (decision != null && (!pending.isEmpty() || hasHistory(decision))) {
            for (int i = 0; i < batch.size(); i++) {
                outcomes.put(batch.rows().get(i).index(), decision.outcomes().get(i));
            }
        }
        pending.removeIf(warning -> isSettled(warning, outcomes));
        if (decision != null && hasHistory(decision)) {
            lookAtHistory(fund, outcomes, likes, rows);
        }
        contents.clear();
        skeletons.clear();
        return pending.stream()
                .sorted(Comparator.comparingInt(Pending::index))
                .map(Pending::note)
                .toList();
    }

    /** A row that is refused will be looked at again; of one recorded before, this was said then, unless this file repeats it. */
    private static boolean isSettled(Pending warning, Map<Integer, Outcome> outcomes) {
        Outcome outcome = outcomes.get(warning.index());
        RowAt before = warning.before();
        if (before == null || outcome == null || outcome instanceof Outcome.Accepted) {
            return false;
        }
        boolean repeated = before.ref().equals(warning.note().ref());
        return outcome instanceof Outcome.Refused || !repeated;
    }

    private static boolean hasHistory(FundDecision decision) {
        DecisionBasis basis = decision.basis();
        return basis != null && basis.sequence() >= 0;
    }

    private void lookAtHistory(String fund, Map<Integer, Outcome> outcomes, LikeMovements likes, MovementsFile rows) {
        outcomes.values().removeIf(outcome -> !(outcome instanceof Outcome.Accepted));
        Set<LocalDate> days = outcomes.values().stream()
                .map(outcome -> outcome.movement().command())
                .filter(FundWarnings::isMoney)
                .map(MovementCommand::date)
                .collect(Collectors.toSet());
        Map<LocalDate, List<Recorded>> recorded = days.isEmpty()
                ? Map.of()
                : likes.onDays(fund, days).stream().collect(Collectors.groupingBy(Recorded::date));
        Map<String, String> alike = new HashMap<>();
        Set<String> asked = new HashSet<>(skeletons.keySet());
        if (!asked.isEmpty() && !outcomes.isEmpty()) {
            likes.refsLike(fund, asked).forEach(ref -> alike.putIfAbsent(RefSkeleton.of(ref), ref));
        }
        if (recorded.isEmpty() && alike.isEmpty()) {
            return;
        }
        rows.forEach(fund, row -> {
            if (outcomes.containsKey(row.index()) && !doubles.get(row.index())) {
                lookAtHistory(row, recorded, alike);
            }
        });
    }

    private void lookAtHistory(FileRow row, Map<LocalDate, List<Recorded>> recorded, Map<String, String> alike) {
        RowAt at = RowAt.of(row);
        String other = alike.get(RefSkeleton.of(at.ref()));
        if (other != null && !other.equals(at.ref())) {
            likeRecorded(at, WarningCode.REF_LOOKS_ALIKE, other);
        }
        if (!(row.read() instanceof WellFormed read) || !isMoney(read)) {
            return;
        }
        String amount = read.content().amount().orElse("");
        recorded.getOrDefault(read.movement().command().date(), List.of()).stream()
                .filter(before -> before.amount() == null || amount.equals(before.amount()))
                .filter(before -> read.content().digestUnder(before.ref()).equals(before.digest()))
                .findFirst()
                .ifPresent(before -> likeRecorded(at, WarningCode.LOOKS_DOUBLE, before.ref()));
    }
}

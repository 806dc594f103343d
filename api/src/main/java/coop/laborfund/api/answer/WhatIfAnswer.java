package coop.laborfund.api.answer;

import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.projections.whatif.WhatIf;
import coop.laborfund.projections.whatif.WhatIf.OtherFloor;
import coop.laborfund.projections.whatif.WhatIf.OtherRefusal;
import coop.laborfund.projections.whatif.WhatIf.OtherVerdict;
import java.util.List;
import java.util.SortedMap;

/**
 * What would have been otherwise under another policy: computed from what is recorded, and recorded nowhere. Money is a string of yuan.
 *
 * @param asOf the day up to which things count
 * @param computed always true, so that nobody takes it for something that happened
 * @param policy the values supposed from the opening on
 * @param refusals movements that were accepted and would not have been
 * @param floors the promised floors of a year's dividend that would differ
 * @param undecided movements that could not be decided again, because version 1 did not ask for what they would have to say
 */
public record WhatIfAnswer(
        String fund,
        String asOf,
        long position,
        boolean computed,
        SortedMap<String, String> policy,
        List<VerdictAnswer> verdicts,
        List<RefusalAnswer> refusals,
        List<FloorAnswer> floors,
        int undecided) {

    /** @param subject the household, {@code FUND}, or the village's code */
    public record VerdictAnswer(
            int year,
            String guarantee,
            String subject,
            String actual,
            String supposed,
            String actualShortfall,
            String supposedShortfall) {

        private static VerdictAnswer of(OtherVerdict verdict) {
            return new VerdictAnswer(
                    verdict.year(),
                    verdict.guarantee().name(),
                    verdict.subject(),
                    verdict.actual().name(),
                    verdict.supposed().name(),
                    verdict.actualShortfall().toString(),
                    verdict.supposedShortfall().toString());
        }
    }

    /** A movement with the refusal that it would have met. */
    public record RefusalAnswer(
            long position,
            String ref,
            String date,
            String type,
            String code,
            String column,
            String value,
            String message,
            String messageEn) {

        private static RefusalAnswer of(OtherRefusal refusal) {
            return new RefusalAnswer(
                    refusal.position(),
                    refusal.ref(),
                    refusal.date().toString(),
                    refusal.type().name(),
                    refusal.rejection().code().name(),
                    refusal.rejection().column().key(),
                    refusal.value(),
                    RefusalMessages.chinese(refusal.rejection(), refusal.value()),
                    RefusalMessages.english(refusal.rejection(), refusal.value()));
        }
    }

    /** @param declared what was declared for the year */
    public record FloorAnswer(int year, String household, String actual, String supposed, String declared) {

        private static FloorAnswer of(OtherFloor floor) {
            return new FloorAnswer(
                    floor.year(),
                    floor.household(),
                    floor.actual().toString(),
                    floor.supposed().toString(),
                    floor.declared().toString());
        }
    }

    public static WhatIfAnswer of(WhatIf answer) {
        return new WhatIfAnswer(
                answer.fund(),
                answer.asOf().toString(),
                answer.position(),
                true,
                answer.policy(),
                answer.verdicts().stream().map(VerdictAnswer::of).toList(),
                answer.refusals().stream().map(RefusalAnswer::of).toList(),
                answer.floors().stream().map(FloorAnswer::of).toList(),
                answer.undecided());
    }
}

package coop.laborfund.ledger.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalCodeTest {

    /** The contract's list, a group a paragraph. */
    private static final String CONTRACT = """
            UNKNOWN_TYPE MISSING_FIELD BAD_DATE BAD_CELL BAD_AMOUNT BAD_CODE BAD_POLICY AMOUNT_NOT_POSITIVE
            AMOUNT_TOO_LARGE

            REF_REUSED

            FUND_ALREADY_OPEN FUND_NOT_OPEN

            DATE_IN_FUTURE DATE_BEFORE_OPENING YEAR_OUT_OF_RANGE PERIOD_CLOSED

            HOUSEHOLD_EXISTS UNKNOWN_HOUSEHOLD HOUSEHOLD_LEFT COMPANY_EXISTS UNKNOWN_COMPANY ADVANCE_EXISTS
            UNKNOWN_ADVANCE WORKER_EXISTS UNKNOWN_WORKER UNKNOWN_REF SAME_PARTY WRONG_COMPANY DATE_OUT_OF_ORDER

            ALREADY_REVERSED NOT_REVERSIBLE PERIOD_NOT_NEXT PERIOD_NOT_ENDED HOUSEHOLD_NOT_SETTLED LOSS_NOT_ALLOCATED
            OVER_SHARE_LIMIT INSUFFICIENT_SHARES OVER_COMPANY_CAP OVER_TERM OVER_REPAYMENT OVER_RECOVERY OVER_LOSS ADVANCE_IN_USE
            INSUFFICIENT_DEPOSIT INSUFFICIENT_VILLAGE_FUNDS INSUFFICIENT_RESERVE NOTHING_TO_DIVIDE
            OVER_DISTRIBUTABLE_SURPLUS DIVIDEND_NOT_DECLARED NOTHING_TO_PAY OVER_DIVIDEND DIVIDEND_IN_USE ALREADY_PLACED
            NOT_PLACED PLACEMENT_IN_USE ALREADY_CONFIRMED MATCH_DIFFERS ALREADY_MATCHED LINE_IN_USE
            INSUFFICIENT_FREE_CASH INSUFFICIENT_CASH
            """;

    @Test
    void theCodesStandInTheContractsOrder() {
        List<String> names = Arrays.stream(RefusalCode.values()).map(Enum::name).toList();

        assertThat(names).containsExactly(CONTRACT.strip().split("\\s+"));
    }

    @Test
    void theCodesFallIntoTheContractsGroups() {
        List<String> groups = Arrays.stream(RefusalCode.Group.values())
                .map(group -> Arrays.stream(RefusalCode.values())
                        .filter(code -> code.group() == group)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .toList();

        assertThat(groups)
                .containsExactly(Arrays.stream(CONTRACT.strip().split("\n\n"))
                        .map(paragraph -> paragraph.replace('\n', ' '))
                        .toArray(String[]::new));
    }
}

package coop.laborfund.api.web;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.node.LedgerNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of funds over HTTP: the same answers as the commands give. */
@RestController
@RequestMapping("/api/v1/funds")
class FundsController {

    private final LedgerNode node;

    FundsController(LedgerNode node) {
        this.node = node;
    }

    @GetMapping
    List<FundAnswer> funds() {
        return node.readModels().funds().stream().map(FundAnswer::of).toList();
    }

    @GetMapping("/{fund}/balances")
    BalancesAnswer balances(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return node.readModels()
                .balances(fund, Parameters.date("asOf", asOf), Parameters.position("knownAt", knownAt, node.history()))
                .map(BalancesAnswer::of)
                .orElseThrow(() -> ProblemException.fundNotOpen(fund));
    }

    @GetMapping("/{fund}/guarantees")
    GuaranteesAnswer guarantees(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(defaultValue = "false") boolean evidence) {
        LocalDate day = Parameters.date("asOf", asOf);
        return node.readModels()
                .guarantees(
                        fund,
                        Parameters.year("year", year),
                        day == null ? node.today() : day,
                        Parameters.position("knownAt", knownAt, node.history()),
                        evidence)
                .map(verdicts -> GuaranteesAnswer.of(verdicts, evidence))
                .orElseThrow(() -> ProblemException.fundNotOpen(fund));
    }
}

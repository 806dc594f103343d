package coop.laborfund.api.web.page;

import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.api.web.http.Parameters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.projections.ReadModels;
import coop.laborfund.projections.fact.Journal.Closing;
import coop.laborfund.projections.fact.Members.FundOpening;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages: which funds there are, and one of a fund's balances and verdicts on any day. */
@Controller
class FundPages {

    private final LedgerNode node;

    FundPages(LedgerNode node) {
        this.node = node;
    }

    @GetMapping("/")
    String funds(Model model) {
        model.addAttribute("funds", node.readModels().funds());
        return "funds";
    }

    /**
     * @param year the year judged; without it, the last that has a closed month
     * @param asOf the day; without it, everything recorded, judged today
     */
    @GetMapping("/funds/{fund}")
    String fund(
            @PathVariable String fund,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        ReadModels books = node.readModels();
        FundOpening opening = books.fund(fund).orElseThrow(() -> ProblemException.fundNotOpen(fund));
        LocalDate day = Parameters.date("asOf", asOf);
        LocalDate judged = day == null ? node.today() : day;
        int judgedYear = year == null || year.isBlank() ? lastClosedYear(opening) : Parameters.year("year", year);
        model.addAttribute("fund", opening);
        model.addAttribute("day", judged);
        model.addAttribute("asOf", asOf);
        model.addAttribute("year", judgedYear);
        model.addAttribute(
                "years",
                IntStream.rangeClosed(opening.date().getYear(), node.today().getYear())
                        .boxed()
                        .toList());
        model.addAttribute("head", node.history().head(fund).orElseThrow());
        model.addAttribute("names", node.householdNames().of(fund));
        model.addAttribute("balances", books.balances(fund, day, null).orElseThrow());
        model.addAttribute(
                "verdicts",
                books.guarantees(fund, judgedYear, judged, null, false).orElseThrow());
        return "fund";
    }

    private int lastClosedYear(FundOpening opening) {
        return node.readModels().facts(Closing.class, opening.fund(), null, null).orElseThrow().stream()
                .mapToInt(closing -> closing.month().getYear())
                .max()
                .orElse(opening.date().getYear());
    }
}

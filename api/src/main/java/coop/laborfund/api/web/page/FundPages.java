package coop.laborfund.api.web.page;

import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.answer.ReasonAnswer;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.http.Parameters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.AskBooks;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.VillageTime;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.guarantee.Verdicts;
import java.time.LocalDate;
import java.util.SortedMap;
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

    private final AskBooks books;
    private final AskHistory history;
    private final VillageTime time;
    private final LedgerIdentity identity;
    private final Requesters requesters;

    FundPages(AskBooks books, AskHistory history, VillageTime time, LedgerIdentity identity, Requesters requesters) {
        this.books = books;
        this.history = history;
        this.time = time;
        this.identity = identity;
        this.requesters = requesters;
    }

    @GetMapping("/")
    String funds(Model model) {
        Requester requester = requesters.next();
        SortedMap<String, Movement> takeovers = books.takeovers(requester, null);
        model.addAttribute(
                "funds",
                books.funds(requester).stream()
                        .map(opening -> FundAnswer.of(opening, takeovers.get(opening.fund())))
                        .toList());
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
        Requester requester = requesters.next();
        FundOpening opening = books.fund(requester, fund).orElseThrow(() -> ProblemException.fundNotOpen(fund));
        LocalDate day = Parameters.date("asOf", asOf);
        LocalDate judged = day == null ? time.today() : day;
        int judgedYear = year == null || year.isBlank()
                ? books.lastClosedYear(requester, fund).orElse(opening.date().getYear())
                : Parameters.year("year", year);
        model.addAttribute(
                "fund", FundAnswer.of(opening, books.takeovers(requester, fund).get(fund)));
        model.addAttribute("day", judged);
        model.addAttribute("asOf", asOf);
        model.addAttribute("year", judgedYear);
        model.addAttribute(
                "years",
                IntStream.rangeClosed(opening.date().getYear(), time.today().getYear())
                        .boxed()
                        .toList());
        model.addAttribute("head", history.head(requester, fund).orElseThrow());
        model.addAttribute("key", identity.published().orElse(null));
        model.addAttribute("names", history.householdNames(requester, fund));
        model.addAttribute(
                "balances", books.balances(requester, fund, day, null).orElseThrow());
        Verdicts verdicts = books.guarantees(requester, fund, judgedYear, judged, null, false)
                .orElseThrow();
        model.addAttribute("verdicts", verdicts);
        model.addAttribute(
                "capitalReasons", ReasonAnswer.of(verdicts.capitalSafety().reasons()));
        model.addAttribute(
                "villageReasons", ReasonAnswer.of(verdicts.collectiveIncome().reasons()));
        model.addAttribute(
                "employmentReasons", ReasonAnswer.of(verdicts.employmentIncome().reasons()));
        return "fund";
    }
}

package coop.laborfund.api.web.page;

import coop.laborfund.api.answer.EntryLine;
import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.http.Parameters;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.door.AskBooks;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.HistoryStep;
import coop.laborfund.projections.door.VillageTime;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balance;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an inspector steps through a fund's history. Events are counted from 1, within their fund. */
@Controller
class HistoryPages {

    private static final int EVENTS = 20;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(VillageTime.ZONE);

    private final AskBooks books;
    private final AskHistory history;
    private final LedgerIdentity identity;
    private final Requesters requesters;

    HistoryPages(AskBooks books, AskHistory history, LedgerIdentity identity, Requesters requesters) {
        this.books = books;
        this.history = history;
        this.identity = identity;
        this.requesters = requesters;
    }

    /**
     * A line of an entry as a book shows it.
     *
     * @param debit empty on the credit side, as {@code credit} is on the other
     * @param after what is on the account after the event, debit minus credit
     */
    record BookLine(String account, String name, String sub, String debit, String credit, String after) {}

    /** An event, where it stands among its fund's, its type, when it was recorded in the villages' time, and its lines. */
    record Row(
            HistoryStep step,
            long number,
            MovementType type,
            String recordedAt,
            String takeover,
            String clockTrustedBy,
            List<BookLine> lines) {}

    /** @param from the number of the page's first event */
    @GetMapping("/funds/{fund}/history")
    String history(@PathVariable String fund, @RequestParam(required = false) @Nullable String from, Model model) {
        Requester requester = requesters.next();
        FundOpening opening =
                books.fund(requester, Parameters.fund(fund)).orElseThrow(() -> ProblemException.fundNotOpen(fund));
        model.addAttribute(
                "fund", FundAnswer.of(opening, books.takeovers(requester, fund).get(fund)));
        long total = history.count(requester, fund);
        long first = Math.clamp(Parameters.position("from", from, 1), 1, total);
        List<StoredEvent> events = history.storedFrom(requester, fund, first - 1)
                .orElseThrow()
                .limit(EVENTS)
                .toList();
        long last = first + events.size() - 1;
        model.addAttribute("total", total);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("previous", first == 1 ? null : Math.max(1, first - EVENTS));
        model.addAttribute("next", last < total ? last + 1 : null);
        model.addAttribute("end", Math.max(1, total - EVENTS + 1));
        model.addAttribute("head", history.head(requester, fund).orElseThrow());
        model.addAttribute("key", identity.published().orElse(null));
        model.addAttribute("names", history.householdNames(requester, fund));
        model.addAttribute(
                "rows",
                history.steps(requester, fund, events).stream()
                        .map(HistoryPages::row)
                        .toList());
        return "history";
    }

    private static Row row(HistoryStep step) {
        return new Row(
                step,
                step.stored().sequence() + 1,
                MovementType.of(step.event()),
                MOMENT.format(step.stored().recordedAt()),
                step.circumstances().takeover(),
                step.circumstances().clockTrustedBy(),
                step.entry().lines().stream().map(line -> bookLine(step, line)).toList());
    }

    private static BookLine bookLine(HistoryStep step, Line line) {
        EntryLine written = EntryLine.of(line);
        Fen after = Objects.requireNonNull(step.balances().get(AccountKey.of(line)));
        boolean debit = line.amount().isPositive();
        return new BookLine(
                written.account(),
                new Balance(written.account(), written.sub(), after).name(),
                written.sub(),
                debit ? line.amount().toString() : "",
                debit ? "" : line.amount().negate().toString(),
                after.toString());
    }
}

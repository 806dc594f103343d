package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyBook;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one fund need to know of its past, in parts that fold the same events each for itself. Immutable. Refs and
 * anything that only readers ask are not in it, so that it stays small however long the history.
 *
 * @param charter null until the fund is open
 */
public record FundState(
        @Nullable Charter charter,
        PolicyBook policies,
        Members members,
        Books books,
        ShareHistory shareHistory,
        OwnShares ownShares,
        Advances advances,
        Dividends dividends,
        Labor labor,
        Periods periods,
        BankMatches matches) {

    public static final FundState EMPTY = new FundState(
            null,
            PolicyBook.EMPTY,
            Members.EMPTY,
            Books.EMPTY,
            ShareHistory.EMPTY,
            OwnShares.EMPTY,
            Advances.EMPTY,
            Dividends.EMPTY,
            Labor.EMPTY,
            Periods.EMPTY,
            BankMatches.EMPTY);

    /**
     * What the fund was set up with.
     *
     * @param village the village's 12-digit division code, also the sub-account of what is held for it
     */
    public record Charter(String village, LocalDate opened) {}

    /** The state after one more event. Asks no rule: what is recorded is folded, whatever today's rules would say of it. */
    public FundState evolve(FundEvent event) {
        return evolve(event, Postings.of(event));
    }

    /** @param entry what the event posts, known already to whoever decided it */
    FundState evolve(FundEvent event, Entry entry) {
        return new FundState(
                event instanceof FundOpened opened ? new Charter(opened.village(), opened.date()) : charter,
                policiesAfter(event),
                members.evolve(event),
                books.evolve(event, entry),
                shareHistory.evolve(entry),
                ownShares.evolve(event),
                advances.evolve(event, entry),
                dividends.evolve(event),
                labor.evolve(event),
                periods.evolve(event),
                matches.evolve(event));
    }

    private PolicyBook policiesAfter(FundEvent event) {
        if (event instanceof FundOpened opened) {
            return policies.with(opened.date(), opened.policy());
        }
        return event instanceof PolicySet set ? policies.with(set.date(), set.policy()) : policies;
    }

    /** What is on an account or sub-account by everything recorded, debit minus credit. */
    public Fen balance(Account account, String sub) {
        return books.balance(account, sub);
    }

    public boolean isOpen() {
        return charter != null;
    }

    /** The charter of an open fund. */
    Charter chartered() {
        if (charter == null) {
            throw new IllegalStateException("the fund is not open");
        }
        return charter;
    }

    Policy policyOn(LocalDate day) {
        return policies.on(day);
    }
}

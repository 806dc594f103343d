package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.fold.Total;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's book from a fund's events; as large as what is posted there on the days asked for. */
public final class AccountBookFold implements Fold<RecordedEvent, AccountBook> {

    /** Postings of one movement stay in their order. */
    private static final Comparator<Posted> ORDER = Comparator.comparing((Posted posted) -> posted.date)
            .thenComparingLong(posted -> posted.recorded.position());

    private record Posted(LocalDate date, RecordedEvent recorded, Line line) {}

    private final Scope scope;
    private final LocalDate from;
    private final String account;
    private final @Nullable String sub;
    private final Total opening = new Total();
    private final List<Posted> postings = new ArrayList<>();

    /**
     * @param scope the fund, the last day and the position
     * @param from the first day
     * @param account the account's code
     * @param sub the sub-account, null for all of the account
     */
    public AccountBookFold(Scope scope, LocalDate from, String account, @Nullable String sub) {
        this.scope = scope;
        this.from = from;
        this.account = account;
        this.sub = sub;
    }

    /** The day book of the bank account. */
    public static AccountBookFold dayBook(Scope scope, LocalDate from) {
        return new AccountBookFold(scope, from, ChartOfAccounts.code(Account.BANK), null);
    }

    @Override
    public void add(RecordedEvent recorded) {
        Entry entry = Postings.of(recorded.event());
        if (!scope.has(recorded.event().fund(), entry.date(), recorded.position())) {
            return;
        }
        for (Line line : entry.lines()) {
            if (!isOfBook(line)) {
                continue;
            }
            if (entry.date().isBefore(from)) {
                opening.add(line.amount());
            } else {
                postings.add(new Posted(entry.date(), recorded, line));
            }
        }
    }

    private boolean isOfBook(Line line) {
        return ChartOfAccounts.code(line.account()).equals(account) && (sub == null || sub.equals(line.sub()));
    }

    @Override
    public AccountBook result() {
        List<AccountBook.Row> rows = new ArrayList<>();
        Fen balance = opening.sum();
        for (Posted posted : postings.stream().sorted(ORDER).toList()) {
            Fen amount = posted.line.amount();
            balance = balance.plus(amount);
            FundEvent event = posted.recorded.event();
            rows.add(new AccountBook.Row(
                    posted.date,
                    posted.recorded.position(),
                    event.ref(),
                    MovementType.of(event),
                    event.voucher().memo(),
                    account,
                    posted.line.sub(),
                    amount.max(Fen.ZERO),
                    amount.negate().max(Fen.ZERO),
                    balance));
        }
        return new AccountBook(scope.fund(), from, scope.asOf(), scope.knownAt(), opening.sum(), rows);
    }
}

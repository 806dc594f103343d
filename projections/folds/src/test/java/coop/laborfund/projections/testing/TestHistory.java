package coop.laborfund.projections.testing;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.projections.fact.History;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A history made by hand, each method one event of fund {@code F1}, answering its position. All of it is
 * invented. Several threads may record and read at once.
 */
public final class TestHistory implements History {

    public static final String FUND = "F1";
    public static final String VILLAGE = "532527100200";

    private final List<RecordedEvent> events = new ArrayList<>();

    public List<RecordedEvent> events() {
        return events;
    }

    @Override
    public synchronized long lastPosition() {
        return events.size();
    }

    @Override
    public synchronized List<RecordedEvent> after(long position, int limit) {
        return List.copyOf(events.subList((int) position, (int) Math.min(events.size(), position + limit)));
    }

    /** Records an event of any fund. */
    public synchronized long record(FundEvent event) {
        long sequence = events.stream()
                .filter(earlier -> earlier.event().fund().equals(event.fund()))
                .count();
        long position = events.size() + 1L;
        events.add(new RecordedEvent(position, sequence, Instant.EPOCH.plusSeconds(position), event));
        return position;
    }

    private synchronized long add(String date, Function<Voucher, FundEvent> event) {
        return record(event.apply(new Voucher(FUND, "V" + (events.size() + 1), LocalDate.parse(date), "")));
    }

    public long open(String date, Map<String, String> policy) {
        return add(date, head -> new FundOpened(head, "示例村劳务合作基金", VILLAGE, sorted(policy)));
    }

    public long setPolicy(String date, String key, String value) {
        return add(date, head -> new PolicySet(head, sorted(Map.of(key, value)), "决议1"));
    }

    public long admit(String date, String household, int size) {
        return add(date, head -> new HouseholdAdmitted(head, household, size));
    }

    public long resize(String date, String household, int size) {
        return add(date, head -> new HouseholdChanged(head, household, size));
    }

    public long leave(String date, String household) {
        return add(date, head -> new HouseholdLeft(head, household));
    }

    public long invest(String date, String household, String yuan) {
        return add(date, head -> new SharesInvested(head, household, Fen.ofYuan(yuan), ShareSource.OWN));
    }

    /** To company {@code C1}, as all that tells no other. */
    public long advance(String date, String advance, String yuan, String due) {
        return advance(date, "C1", advance, yuan, due);
    }

    public long advance(String date, String company, String advance, String yuan, String due) {
        return add(
                date,
                head -> new CapitalAdvanced(
                        head,
                        advance,
                        company,
                        Fen.ofYuan(yuan),
                        Rate.ofPercent("8"),
                        LocalDate.parse(due),
                        "决议2",
                        AdvancePurpose.TURNOVER));
    }

    public long extend(String date, String advance, String due) {
        return add(date, head -> new AdvanceExtended(head, advance, LocalDate.parse(due), "决议3"));
    }

    public long repay(String date, String advance, String yuan) {
        return add(date, head -> new AdvanceRepaid(head, advance, "C1", Fen.ofYuan(yuan)));
    }

    public long writeOff(String date, String advance, String yuan) {
        return add(date, head -> new AdvanceWrittenOff(head, advance, "C1", Fen.ofYuan(yuan), "决议4"));
    }

    public long deposit(String date, String company, String yuan) {
        return add(date, head -> new DepositReceived(head, company, Fen.ofYuan(yuan)));
    }

    public long refund(String date, String company, String yuan) {
        return add(date, head -> new DepositRefunded(head, company, Fen.ofYuan(yuan)));
    }

    public long fundReserve(String date, String yuan) {
        return add(date, head -> new ReserveFunded(head, Fen.ofYuan(yuan), ReserveSource.FISCAL, Rules.V2));
    }

    /** Straight to the village. */
    public long earn(String date, IncomeSource source, String yuan) {
        return income(date, source, IncomeRoute.DIRECT, yuan);
    }

    /** Received by the fund for the village. */
    public long hold(String date, IncomeSource source, String yuan) {
        return income(date, source, IncomeRoute.FUND, yuan);
    }

    private long income(String date, IncomeSource source, IncomeRoute route, String yuan) {
        return add(
                date, head -> new CollectiveIncomeRecorded(head, VILLAGE, Fen.ofYuan(yuan), source, route, Rules.V2));
    }

    public long remit(String date, String yuan) {
        return add(date, head -> new CollectiveIncomeRemitted(head, VILLAGE, Fen.ofYuan(yuan)));
    }

    public long payVillage(String date, int year, String yuan) {
        return add(
                date,
                head -> new GuaranteePaid(
                        head,
                        Guarantee.COLLECTIVE_INCOME,
                        GuaranteePayer.GUARANTOR,
                        Fen.ofYuan(yuan),
                        year,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Rules.V2));
    }

    public long payHousehold(String date, int year, String household, String yuan) {
        return add(
                date,
                head -> new GuaranteePaid(
                        head,
                        Guarantee.EMPLOYMENT_INCOME,
                        GuaranteePayer.GUARANTOR,
                        Fen.ofYuan(yuan),
                        year,
                        null,
                        null,
                        household,
                        null,
                        null,
                        null,
                        Rules.V2));
    }

    public long wage(String date, String worker, String household, String month, String yuan) {
        return wage(date, worker, household, "C1", month, yuan);
    }

    public long wage(String date, String worker, String household, String employer, String month, String yuan) {
        return add(
                date,
                head -> new WageConfirmed(head, worker, household, employer, YearMonth.parse(month), Fen.ofYuan(yuan)));
    }

    public long income(String date, String household, int year, String yuan) {
        return add(
                date,
                head -> new HouseholdIncomeRecorded(
                        head, household, year, Fen.ofYuan(yuan), HouseholdIncomeSource.FARM));
    }

    public long payDividend(String date, int year, String household, String yuan) {
        return add(date, head -> new DividendPaid(head, year, List.of(new DividendLine(household, Fen.ofYuan(yuan)))));
    }

    public long returnDividend(String date, int year, String household, String yuan) {
        return add(date, head -> new DividendPaymentReturned(head, year, household, Fen.ofYuan(yuan)));
    }

    public long reverse(String date, long position) {
        FundEvent original = events.get((int) position - 1).event();
        return add(date, head -> new MovementReversed(head, original));
    }

    private static SortedMap<String, String> sorted(Map<String, String> values) {
        return new TreeMap<>(values);
    }
}

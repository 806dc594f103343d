package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.DividendBasis;
import coop.laborfund.ledger.event.DividendBasis.Holder;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
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
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One event of each type, invented, as the golden files hold them. */
public final class SampleEvents {

    public static final List<FundEvent> ALL = List.of(
            new FundOpened(
                    voucher("V001"),
                    "龙潭村劳务合作基金",
                    "532527100001",
                    new TreeMap<>(Map.of("floorRate", "6", "incomeLine.2024", "4500.00"))),
            new PolicySet(voucher("V002"), new TreeMap<>(Map.of("shareLimit", "60000.00")), "社决〔2024〕3号"),
            new HouseholdAdmitted(voucher("V003"), "H001", 4),
            new HouseholdChanged(voucher("V004"), "H001", 5),
            new HouseholdLeft(voucher("V005"), "H001"),
            new CompanyEnrolled(voucher("V006"), "C001", "边城人力资源有限公司"),
            new SharesInvested(voucher("V007"), "H001", yuan("5000"), ShareSource.INDUSTRY_FUND),
            new SharesWithdrawn(voucher("V008"), "H001", yuan("1000.50"), yuan("400.50")),
            new SharesTransferred(voucher("V009"), "H001", "H002", yuan("0.01"), yuan("0.00")),
            new LossAllocated(
                    voucher("V037"),
                    yuan("30"),
                    LossSource.SHARES,
                    "社决〔2024〕5号",
                    List.of(
                            new LossLine("H001", yuan("20"), yuan("5.5")),
                            new LossLine("H002", yuan("10"), yuan("0")))),
            new CapitalAdvanced(
                    voucher("V010"),
                    "A001",
                    "C001",
                    yuan("100000"),
                    Rate.ofPercent("8.5"),
                    LocalDate.of(2025, 3, 15),
                    "社决〔2024〕4号",
                    AdvancePurpose.TURNOVER),
            new AdvanceExtended(voucher("V011"), "A001", LocalDate.of(2025, 9, 15), "社决〔2025〕1号"),
            new AdvanceRepaid(voucher("V012"), "A001", "C001", yuan("60000")),
            new ReturnReceived(voucher("V013"), "A001", "C001", yuan("8500")),
            new AdvanceWrittenOff(voucher("V014"), "A001", "C001", yuan("2000"), "社决〔2025〕2号"),
            new WriteOffRecovered(voucher("V015"), "A001", "C001", yuan("500")),
            new PayoutRecovered(
                    voucher("V038"),
                    "A001",
                    "C001",
                    yuan("600"),
                    new ReserveParts(yuan("300"), yuan("200"), yuan("100"))),
            new DepositReceived(voucher("V016"), "C001", yuan("10000")),
            new DepositRefunded(voucher("V017"), "C001", yuan("4000")),
            new CollectiveIncomeRecorded(
                    voucher("V018"),
                    "532527100001",
                    yuan("20000"),
                    IncomeSource.SERVICE_FEE,
                    IncomeRoute.FUND,
                    Rules.V2),
            new CollectiveIncomeRemitted(voucher("V019"), "532527100001", yuan("20000")),
            new OtherIncomeReceived(voucher("V020"), yuan("12.34")),
            new ExpensePaid(voucher("V021"), yuan("88"), Rules.V2),
            new BankInterestReceived(voucher("V039"), yuan("3.21")),
            new BankFeePaid(voucher("V040"), yuan("0.50")),
            new ReserveAppropriated(voucher("V022"), yuan("5000"), Rules.V2),
            new ReserveFunded(voucher("V023"), yuan("3000"), ReserveSource.DONATION, Rules.V2),
            new DividendDeclared(
                    voucher("V024"),
                    2024,
                    Rate.ofPercent("6"),
                    List.of(new DividendLine("H001", yuan("300")), new DividendLine("H002", yuan("150.25"))),
                    new DividendBasis(
                            LocalDate.of(2024, 1, 1),
                            LocalDate.of(2024, 3, 15),
                            new BigInteger("27390625"),
                            List.of(
                                    new Holder("H001", new BigInteger("18250000")),
                                    new Holder("H002", new BigInteger("9140625")))),
                    Rules.V2),
            new DividendPaid(voucher("V025"), 2024, List.of(new DividendLine("H001", yuan("300")))),
            new DividendPaymentReturned(voucher("V026"), 2024, "H001", yuan("300")),
            new GuaranteePaid(
                    voucher("V027"),
                    Guarantee.CAPITAL_SAFETY,
                    GuaranteePayer.DEPOSIT,
                    yuan("6000"),
                    2024,
                    "A001",
                    "C001",
                    null,
                    "C001",
                    null,
                    null,
                    Rules.V2),
            new MovementReversed(
                    voucher("V028"), new SharesInvested(voucher("V007"), "H001", yuan("5000"), ShareSource.OWN)),
            new MonthClosed(
                    voucher("V029"),
                    YearMonth.of(2024, 12),
                    List.of(new YearResult("511", "C001", yuan("-8500")), new YearResult("523", "", yuan("88"))),
                    yuan("5000"),
                    Rules.V2),
            new NoticePublished(voucher("V036"), YearMonth.of(2024, 12)),
            new BankLineRecorded(voucher("V041"), yuan("12.34"), BankDirection.OUT, yuan("-0.66")),
            new BankLinesMatched(voucher("V042"), List.of("B001", "B002"), List.of("V020")),
            new WorkerRegistered(voucher("V030"), "W001", "H001"),
            new WorkerPlaced(voucher("V031"), "W001", "C001", PlacementKind.OUTSIDE_PROVINCE),
            new PlacementEnded(voucher("V032"), "W001", "C001", "V031"),
            new WageConfirmed(voucher("V033"), "W001", "H001", "C001", YearMonth.of(2024, 3), yuan("4200")),
            new TrainingCompleted(voucher("V034"), "W001"),
            new HouseholdIncomeRecorded(voucher("V035"), "H001", 2024, yuan("7000"), HouseholdIncomeSource.FARM));

    private SampleEvents() {}

    private static Voucher voucher(String ref) {
        return new Voucher("F001", ref, LocalDate.of(2024, 3, 15), "手工记账 \"" + ref + "\"");
    }

    private static Fen yuan(String yuan) {
        return Fen.ofYuan(yuan);
    }
}

package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.command.Reverse;
import coop.laborfund.ledger.command.SetupCommand.AdmitHousehold;
import coop.laborfund.ledger.command.SetupCommand.EnrollCompany;
import coop.laborfund.ledger.command.SetupCommand.OpenFund;
import coop.laborfund.ledger.command.ShareCommand.InvestShares;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveDeposit;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveOtherIncome;
import coop.laborfund.ledger.command.TreasuryCommand.RefundDeposit;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Movements of a small fund, for tests of the adapter. */
final class Movements {

    static final Requester BY = new Requester("tester", "test", "r1");

    static final LocalDate DAY = LocalDate.of(2024, 3, 15);

    private Movements() {}

    /** A fund with a household H1 and a company C1. */
    static List<Movement> founding(String fund) {
        return List.of(
                of(new OpenFund(voucher(fund, "V1"), "龙潭村基金", "532527100001", new TreeMap<>())),
                admit(fund, "V2", "H1", "张三"),
                of(new EnrollCompany(voucher(fund, "V3"), "C1", "边城人力")));
    }

    static Movement admit(String fund, String ref, String household, String name) {
        AdmitHousehold command = new AdmitHousehold(voucher(fund, ref), household, 4);
        return new Movement(command, digest(command), Optional.of(name));
    }

    static Movement invest(String fund, String ref, String yuan) {
        return of(new InvestShares(voucher(fund, ref), "H1", Fen.ofYuan(yuan), ShareSource.OWN));
    }

    static Movement deposit(String fund, String ref, String yuan) {
        return of(new ReceiveDeposit(voucher(fund, ref), "C1", Fen.ofYuan(yuan)));
    }

    static Movement refund(String fund, String ref, String yuan) {
        return of(new RefundDeposit(voucher(fund, ref), "C1", Fen.ofYuan(yuan)));
    }

    static Movement income(String fund, String ref, LocalDate date) {
        return of(new ReceiveOtherIncome(new Voucher(fund, ref, date, ""), Fen.ofYuan("1")));
    }

    static Movement reverse(String fund, String ref, String original) {
        return of(new Reverse(voucher(fund, ref), original));
    }

    private static Movement of(MovementCommand command) {
        return new Movement(command, digest(command), Optional.empty());
    }

    private static String digest(MovementCommand command) {
        return Integer.toHexString(command.toString().hashCode());
    }

    private static Voucher voucher(String fund, String ref) {
        return new Voucher(fund, ref, DAY, "摘要");
    }
}

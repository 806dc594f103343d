package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.faults.Answer.Kind;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.money.Fen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * A clerk who takes in and gives back one company's deposits in a fund that others work on too, and so knows what every answer
 * has to be. What fails is sent again with the same ref until it is answered.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 20;

    /** A movement that stands in the history, as this client was told. */
    record Given(String ref, Map<Column, String> cells, long position) {}

    private final String fund;
    private final String company;
    private final Supplier<Door> doors;
    private final Random random;
    private final ConcurrentLinkedQueue<String> failures;
    private final List<Given> given = new ArrayList<>();
    private long balance;
    private int refs;

    /** @param doors which way in each attempt takes */
    Client(String fund, String company, Supplier<Door> doors, Random random, ConcurrentLinkedQueue<String> failures) {
        this.fund = fund;
        this.company = company;
        this.doors = doors;
        this.random = random;
        this.failures = failures;
    }

    void step() throws InterruptedException {
        int chance = random.nextInt(100);
        if (chance < 50 || given.isEmpty()) {
            long fen = random.nextLong(10_000) + 1;
            accepted(cells("RECEIVE_DEPOSIT", fen));
            balance += fen;
        } else if (chance < 75 && balance > 0) {
            long fen = random.nextLong(balance) + 1;
            accepted(cells("REFUND_DEPOSIT", fen));
            balance -= fen;
        } else if (chance < 85) {
            refused(cells("REFUND_DEPOSIT", balance + 1), "INSUFFICIENT_DEPOSIT");
        } else if (chance < 95) {
            repeated(given.get(random.nextInt(given.size())));
        } else {
            Given earlier = given.get(random.nextInt(given.size()));
            refused(cells(earlier.ref, "RECEIVE_DEPOSIT", 1_000_001), "REF_REUSED");
        }
    }

    private Map<Column, String> cells(String type, long fen) {
        return cells(company + "-" + ++refs, type, fen);
    }

    private Map<Column, String> cells(String ref, String type, long fen) {
        return Map.of(
                Column.REF, ref,
                Column.DATE, "2024-03-15",
                Column.TYPE, type,
                Column.PARTY, company,
                Column.AMOUNT, Fen.of(fen).toString());
    }

    private void accepted(Map<Column, String> cells) throws InterruptedException {
        String ref = cells.getOrDefault(Column.REF, "");
        Answer first = send(cells);
        boolean failed = first.kind() == Kind.FAILED;
        Answer answer = failed ? untilAnswered(cells) : first;
        // After an error it may stand there already.
        assertThat(answer.kind())
                .as("%s: %s", cells, answer)
                .isIn(Kind.RECORDED, failed ? Kind.REPEATED : Kind.RECORDED);
        given.add(new Given(ref, cells, answer.position()));
    }

    private void refused(Map<Column, String> cells, String code) throws InterruptedException {
        assertThat(untilAnswered(cells)).as("%s", cells).isEqualTo(Answer.refused(code));
    }

    private void repeated(Given earlier) throws InterruptedException {
        Answer answer = untilAnswered(earlier.cells);
        assertThat(answer.kind()).as("again %s: %s", earlier, answer).isEqualTo(Kind.REPEATED);
        if (answer.position() != 0 && earlier.position != 0) {
            assertThat(answer.position()).as("again %s", earlier).isEqualTo(earlier.position);
        }
    }

    private Answer untilAnswered(Map<Column, String> cells) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = send(cells);
        while (answer.kind() == Kind.FAILED) {
            assertThat(System.nanoTime()).as("%s: %s", cells, answer).isLessThan(deadline);
            Thread.sleep(PAUSE_MILLIS);
            answer = send(cells);
        }
        return answer;
    }

    private Answer send(Map<Column, String> cells) {
        Answer answer = doors.get().send(fund, cells);
        if (answer.kind() == Kind.FAILED) {
            failures.add(answer.code());
        }
        return answer;
    }

    String fund() {
        return fund;
    }

    String company() {
        return company;
    }

    /** What the company's deposit must come to. */
    Fen balance() {
        return Fen.of(balance);
    }

    List<Given> given() {
        return given;
    }
}

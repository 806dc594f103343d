package coop.laborfund.api.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A valid movements file of any size, everything in it invented: each fund is opened, admits ten households, and then they buy and
 * sell shares and are trained, and interest comes in.
 */
public final class LargeFile {

    private static final int HOUSEHOLDS = 10;
    private static final int SETUP_ROWS = 2 + 4 * HOUSEHOLDS;
    private static final int DAYS = 700;

    private LargeFile() {}

    /** Writes one with this many rows beside the header, as evenly over the funds as it goes; funds' rows are mingled. */
    public static void write(Path path, int funds, int rows) throws IOException {
        write(path, funds, 0, rows);
    }

    /** Writes a stretch of a longer one, to follow on the file of the rows before it. */
    public static void write(Path path, int funds, int first, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            out.write("ref,date,fund,type,party,counterparty,amount,month,source,name,size,memo\n");
            for (int i = first; i < first + rows; i++) {
                row(out, "F%05d".formatted(i % funds), i / funds);
            }
        }
    }

    private static void row(Writer out, String fund, int number) throws IOException {
        int household = number % HOUSEHOLDS;
        LocalDate day = LocalDate.of(2022, 1, 4);
        String what;
        if (number < 2) {
            what = number == 0 ? "OPEN_FUND,532599100200,,,,,示例基金（虚构）,," : "ENROLL_COMPANY,C1,,,,,示例公司（虚构）,,";
        } else if (number < SETUP_ROWS) {
            what = setup((number - 2) / HOUSEHOLDS, household);
        } else {
            int later = number - SETUP_ROWS;
            day = day.plusDays(Math.min(DAYS, later / 8));
            what = movement(later, later / 4 % HOUSEHOLDS);
        }
        out.write("R" + number + "," + day + "," + fund + "," + what + "\n");
    }

    private static String setup(int step, int household) {
        return switch (step) {
            case 0 -> "ADMIT_HOUSEHOLD,H" + household + ",,,,,示例户,4,";
            case 1 -> "INVEST_SHARES,H" + household + ",,30000.00,,,,,";
            case 2 -> "REGISTER_WORKER,W" + household + ",H" + household + ",,,,,,";
            default -> "PLACE_WORKER,W" + household + ",示例工厂,,,LOCAL,,,";
        };
    }

    private static String movement(int number, int household) {
        // No two of one kind are the same, and with each pair a household is three fen richer.
        int fen = 1_000 + number / 4 % 90_001;
        return switch (number % 4) {
            case 0 -> "INVEST_SHARES,H" + household + ",," + yuan(fen) + ",,OWN,,,";
            case 1 -> "WITHDRAW_SHARES,H" + household + ",," + yuan(fen - 3) + ",,,,,";
            case 2 -> "OTHER_INCOME,,," + yuan(fen) + ",,,,,利息";
            default -> "COMPLETE_TRAINING,W" + household + ",,,,,,,电工初级";
        };
    }

    private static String yuan(int fen) {
        return BigDecimal.valueOf(fen, 2).toString();
    }
}

package coop.laborfund.ledger.policy;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.text.MoneyText;
import coop.laborfund.ledger.text.RateText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that a fund may set for itself (政策参数), each with the form its text must have. */
public enum PolicyKey {
    FLOOR_RATE("floorRate", Form.PERCENT, "保底分红年利率（%）"),
    SHARE_LIMIT("shareLimit", Form.MONEY, "每户股金上限（元）"),
    COMPANY_CAP("companyCap", Form.PERCENT, "单一公司投放上限（占股金%）"),
    RESERVE_RATE("reserveRate", Form.PERCENT, "风险准备金比例（占在外资金%）"),
    TERM_MONTHS("termMonths", Form.WHOLE, "资金周转最长期限（月）"),
    WAGE_ADVANCE_DAYS("wageAdvanceDays", Form.WHOLE, "垫付工资最长期限（天）"),
    ADVANCE_GRACE_DAYS("advanceGraceDays", Form.WHOLE, "投放逾期宽限（天）"),
    DIVIDEND_DUE("dividendDue", Form.MONTH_DAY, "分红发放期限（月-日）"),
    DIVIDEND_GRACE_DAYS("dividendGraceDays", Form.WHOLE, "分红宽限（天）"),
    STABLE_MONTHS("stableMonths", Form.MONTHS_OF_YEAR, "稳定就业月数"),
    STABLE_WAGE("stableWage", Form.MONEY, "计为稳定就业的月工资（元）"),
    LOSS_TOLERANCE("lossTolerance", Form.PERCENT, "可退股的未弥补亏损上限（占股金%）"),
    FIRST_YEAR_BY("firstYearBy", Form.MONTH_DAY, "当年起判的加入期限（月-日）"),
    APPROVAL_OVER("approvalOver", Form.MONEY_OR_NONE, "须两人办理的金额（元）"),
    INCOME_LINE("incomeLine", Form.MONEY_BY_YEAR, "人均收入线（元/年）"),
    COLLECTIVE_TARGET("collectiveTarget", Form.MONEY_BY_YEAR, "村集体年收入目标（元）");

    /** How a value is written. */
    enum Form {
        PERCENT,
        MONEY,
        MONEY_OR_NONE,
        MONEY_BY_YEAR,
        WHOLE,
        MONTHS_OF_YEAR,
        MONTH_DAY
    }

    /** Four digits are more days or months than any rule needs, and keep every date computed from them in range. */
    private static final Pattern WHOLE = Pattern.compile("0*[0-9]{1,4}");

    private static final Pattern YEAR = Pattern.compile("2[01][0-9]{2}");
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    /** Times the largest household, and the largest village, that leaves a sum far within range. */
    private static final BigDecimal LARGEST_YUAN = new BigDecimal("1000000000");

    private static final int MONTHS_OF_YEAR = 12;

    private final String key;
    private final Form form;
    private final String chinese;

    PolicyKey(String key, Form form, String chinese) {
        this.key = key;
        this.form = form;
        this.chinese = chinese;
    }

    /** The key as files and answers write it; for values by year, what stands before {@code .YYYY}. */
    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    public boolean byYear() {
        return form == Form.MONEY_BY_YEAR;
    }

    /** The key's enum for a written key such as {@code floorRate} or {@code incomeLine.2024}; empty where there is none. */
    public static Optional<PolicyKey> of(String written) {
        int dot = written.indexOf('.');
        String name = dot < 0 ? written : written.substring(0, dot);
        boolean wellFormedYear =
                dot < 0 || YEAR.matcher(written.substring(dot + 1)).matches();
        return Arrays.stream(values())
                .filter(key -> key.key.equals(name) && key.byYear() == (dot >= 0) && wellFormedYear)
                .findFirst();
    }

    /** The value in its canonical text ({@code 6.0} is {@code 6}, {@code 5,000} is {@code 5000.00}); empty where malformed. */
    public Optional<String> canonical(String text) {
        return switch (form) {
            case PERCENT -> RateText.rate(text).map(Rate::toString);
            case MONEY, MONEY_BY_YEAR -> money(text).map(Fen::toString);
            case MONEY_OR_NONE ->
                text.isEmpty() ? Optional.of(text) : money(text).map(Fen::toString);
            case WHOLE -> whole(text).map(String::valueOf);
            case MONTHS_OF_YEAR ->
                whole(text)
                        .filter(months -> months >= 1 && months <= MONTHS_OF_YEAR)
                        .map(String::valueOf);
            case MONTH_DAY -> monthDay(text);
        };
    }

    private static Optional<Fen> money(String text) {
        return MoneyText.yuan(text)
                .filter(yuan -> yuan.compareTo(LARGEST_YUAN) <= 0)
                .map(Fen::ofYuan);
    }

    private static Optional<Integer> whole(String text) {
        return Optional.of(text).filter(WHOLE.asMatchPredicate()).map(Integer::valueOf);
    }

    private static Optional<String> monthDay(String text) {
        try {
            return Optional.of(MonthDay.parse(text, MONTH_DAY).format(MONTH_DAY));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}

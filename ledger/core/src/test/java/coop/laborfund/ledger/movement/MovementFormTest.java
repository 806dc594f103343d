package coop.laborfund.ledger.movement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.DividendCommand.DeclareDividend;
import coop.laborfund.ledger.command.DividendCommand.PayDividend;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.command.SetupCommand.SetPolicy;
import coop.laborfund.ledger.command.ShareCommand.InvestShares;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.Seeded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of every cell, by the contract's section "Form". */
class MovementFormTest {

    private static final Row INVEST = Row.of("2020-02-01 INVEST_SHARES fund=F1 ref=v1 party=H1 amount=100");
    private static final Row ADVANCE = Row.of(
                    "2020-02-01 ADVANCE_CAPITAL fund=F1 ref=v1 advance=A1 party=C1 amount=100")
            .with("rate=8 due=2021-02-01 resolution=决议");
    private static final Row CLOSE = Row.of("2020-02-29 CLOSE_MONTH fund=F1 ref=v1 month=2020-02");
    private static final Row DECLARE = Row.of("2020-12-31 DECLARE_DIVIDEND fund=F1 ref=v1 year=2020 amount=100");
    private static final Row PAY = Row.of("2020-12-31 PAY_DIVIDEND fund=F1 ref=v1 year=2020 party=H1");
    private static final Row ADMIT = Row.of("2020-02-01 ADMIT_HOUSEHOLD fund=F1 ref=v1 party=H1 size=3");
    private static final Row OPEN = Row.of("2020-01-01 OPEN_FUND fund=F1 ref=v1 name=示例 party=320000000001");
    private static final Row POLICY = Row.of("2020-02-01 SET_POLICY fund=F1 ref=v1 resolution=决议 policy=floorRate=6");

    private static MovementCommand command(Row row) {
        return row.movement().command();
    }

    private static Optional<String> fault(Row row) {
        return switch (row.read()) {
            case ReadRow.WellFormed wellFormed -> Optional.empty();
            case ReadRow.Malformed malformed -> Optional.of(written(malformed.rejection()));
        };
    }

    private static String written(Rejection rejection) {
        return rejection.code() + " " + rejection.column().key();
    }

    private static Fen amount(String cell) {
        return ((InvestShares) command(INVEST.with(Column.AMOUNT, cell))).amount();
    }

    @ParameterizedTest
    @EnumSource
    void aTypeIsNamedByItsCodeOrInChinese(MovementType type) {
        for (String name : List.of(type.name(), type.chinese())) {
            assertThat(fault(new Row(Map.of(Column.TYPE, name))))
                    .as(name)
                    .hasValueSatisfying(fault -> assertThat(fault).startsWith("MISSING_FIELD"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invest_shares", "INVEST SHARES", "入 股", "Invest_Shares"})
    void aTypeIsNamedByNothingElse(String name) {
        assertThat(fault(INVEST.with(Column.TYPE, name))).contains("UNKNOWN_TYPE type");
    }

    @ParameterizedTest
    @CsvSource({"INDUSTRY_FUND", "产业发展资金", "OWN", "自有资金"})
    void aWordIsWrittenInEitherLanguage(String source) {
        assertThat(fault(INVEST.with(Column.SOURCE, source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "自有", "FARM", "TURNOVER"})
    void aWordIsOneOfThoseOfItsType(String source) {
        assertThat(fault(INVEST.with(Column.SOURCE, source))).contains("BAD_CODE source");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5000             | 5000.00
            5000.0           | 5000.00
            5000.00          | 5000.00
            5,000.00         | 5000.00
            1,000,000        | 1000000.00
            12,345,678.9     | 12345678.90
            007              | 7.00
            0.01             | 0.01
            1000000000000    | 1000000000000.00
            1,000,000,000,000.00 | 1000000000000.00
            ￥5              | 5.00
            ¥5.5             | 5.50
            5元              | 5.00
            １００           | 100.00
            1，000           | 1000.00
            １．５           | 1.50
            """)
    void anAmountIsYuanWithAtMostTwoDecimals(String cell, String amount) {
        assertThat(amount(cell)).hasToString(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.005",
                "1.000",
                "5.",
                ".5",
                "-1",
                "+1",
                "1e3",
                "1E3",
                "1,00",
                "10,00",
                "1000,000",
                ",100",
                "1,,000",
                "1 000",
                "五",
                "0x10",
                "NaN",
                "1.2.3",
                "-0",
                "1'000",
                "￥ 5",
                "5 元",
                "(5)",
                "5-",
                "1万"
            })
    void anAmountHasNoOtherForm(String cell) {
        assertThat(fault(INVEST.with(Column.AMOUNT, cell))).contains("BAD_AMOUNT amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0.00", "000"})
    void anAmountIsAboveZero(String cell) {
        assertThat(fault(INVEST.with(Column.AMOUNT, cell))).contains("AMOUNT_NOT_POSITIVE amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000.01", "1,000,000,000,001", "99999999999999999999999999999999"})
    void anAmountIsNotAboveABillionThousands(String cell) {
        assertThat(fault(INVEST.with(Column.AMOUNT, cell))).contains("AMOUNT_TOO_LARGE amount");
    }

    @Seeded
    void anAmountIsReadAsItIsWritten(Randomly random) {
        for (int i = 0; i < 500; i++) {
            Fen amount = random.amountUpTo(Fen.ofYuan("1000000000000"));

            assertThat(amount(amount.toString())).isEqualTo(amount);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "6.5", "0.0001", "100", "100.0000", "06", "6%", "６％", "6.5%"})
    void aRateIsAPercentageWithUpToFourDecimals(String rate) {
        assertThat(fault(ADVANCE.with(Column.RATE, rate))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.0001", "101", "-1", "6%%", "6.12345", "1e1", ".5", "八", "1,00"})
    void aRateHasNoOtherForm(String rate) {
        assertThat(fault(ADVANCE.with(Column.RATE, rate))).contains("BAD_AMOUNT rate");
    }

    /** All the forms of days, months and years are {@code DateTextTest}'s. */
    @Test
    void datesAreReadInTheirColumns() {
        assertThat(command(INVEST.with(Column.DATE, "2020年2月1日"))).isEqualTo(command(INVEST));
        assertThat(command(ADVANCE.with(Column.DUE, "2021/2/1"))).isEqualTo(command(ADVANCE));
        assertThat(command(CLOSE.with(Column.MONTH, "202002"))).isEqualTo(command(CLOSE));
        assertThat(command(DECLARE.with(Column.YEAR, "2020年"))).isEqualTo(command(DECLARE));
        assertThat(fault(INVEST.with(Column.DATE, "2021-02-29"))).contains("BAD_DATE date");
        assertThat(fault(ADVANCE.with(Column.DUE, "2021-02-29"))).contains("BAD_DATE due");
        assertThat(fault(CLOSE.with(Column.MONTH, "2020-13"))).contains("BAD_DATE month");
        assertThat(fault(DECLARE.with(Column.YEAR, "20"))).contains("BAD_DATE year");
    }

    static Stream<String> goodIds() {
        return Stream.of(
                "H",
                "a-Z_09./",
                "(甲)（乙）",
                "户一",
                "𠀀",
                "x".repeat(40),
                "户".repeat(40),
                "𠀀".repeat(40),
                // Neither 18 nor 11 digits, or no mobile number.
                "1".repeat(17),
                "1".repeat(19),
                "12000000000",
                "23000000000",
                "1300000000",
                "130000000000",
                "H13000000000",
                // No day of birth.
                "000000000000000000",
                "00000020230230000X");
    }

    @ParameterizedTest
    @MethodSource("goodIds")
    void anIdHasUpTo40LettersDigitsAndCjk(String id) {
        assertThat(fault(INVEST.with(Column.PARTY, id))).isEmpty();
    }

    static Stream<String> badIds() {
        return Stream.of(
                "x".repeat(41),
                "𠀀".repeat(41),
                "H 1",
                "H#1",
                "H:1",
                "H,1",
                "*",
                "é",
                "ひ",
                "한",
                "Ａ",
                "H１",
                "H\t1",
                "H\0",
                "\uD840",
                "-\u200B",
                "😀");
    }

    @ParameterizedTest
    @MethodSource("badIds")
    void anIdHasNothingElse(String id) {
        assertThat(fault(INVEST.with(Column.PARTY, id))).contains("BAD_CODE party");
    }

    /** The numbers are made up of zeros and a day; only their shape is a person's. */
    @ParameterizedTest
    @ValueSource(
            strings = {"000000200001010000", "00000019000101000X", "00000020991231000x", "13000000000", "19000000000"})
    void anIdIsNoPersonsNumber(String id) {
        assertThat(fault(INVEST.with(Column.PARTY, id))).contains("BAD_CODE party");
        assertThat(fault(INVEST.with(Column.REF, id))).contains("BAD_CODE ref");
        assertThat(fault(INVEST.with(Column.FUND, id))).contains("BAD_CODE fund");
        assertThat(fault(ADVANCE.with(Column.ADVANCE, id))).contains("BAD_CODE advance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"32000000000", "3200000000011", "32000000000X", "村", "３２００００００００００"})
    void aVillageCodeHasTwelveDigits(String village) {
        assertThat(fault(OPEN)).isEmpty();
        assertThat(fault(OPEN.with(Column.PARTY, village))).contains("BAD_CODE party");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "01", "001", "9", "10", "30", "３"})
    void aHouseholdHasOneToThirtyPeople(String size) {
        assertThat(fault(ADMIT.with(Column.SIZE, size))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "31", "-1", "2.5", "3.0", "三"})
    void aHouseholdHasNoOtherNumberOfPeople(String size) {
        assertThat(fault(ADMIT.with(Column.SIZE, size))).contains("BAD_CODE size");
    }

    @Test
    void aPolicyTakesEitherSemicolonAnyOrderAndSpaces() {
        Row row = POLICY.with(Column.POLICY, " termMonths = 012 ； shareLimit=5,000;floorRate=6.50; ");

        assertThat(((SetPolicy) command(row)).policy())
                .containsExactly(
                        Map.entry("floorRate", "6.5"),
                        Map.entry("shareLimit", "5000.00"),
                        Map.entry("termMonths", "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "；；",
                "floorRate",
                "floorRate=",
                "=6",
                "luck=7",
                "floorRate=6;floorRate=6",
                "floorRate=6；floorRate=7",
                "floorRate=6,termMonths=12",
                "floorRate==6",
                "incomeLine=4000",
                "incomeLine.24=4000",
                "stableMonths=13"
            })
    void aPolicyHasKnownKeysOnceEachWithinTheirRange(String policy) {
        assertThat(fault(POLICY.with(Column.POLICY, policy))).contains("BAD_POLICY policy");
    }

    @Test
    void aDeclarationTakesEitherAnAmountOrARate() {
        Row byRate = DECLARE.with("amount= rate=6");

        assertThat(((DeclareDividend) command(DECLARE)).basis()).hasToString("OfAmount[amount=100.00]");
        assertThat(((DeclareDividend) command(byRate)).basis()).hasToString("OfRate[rate=6]");
        assertThat(fault(DECLARE.with("rate=6"))).contains("BAD_AMOUNT rate");
        assertThat(fault(DECLARE.with("amount="))).contains("MISSING_FIELD amount");
    }

    @Test
    void aPaymentIsToOneHouseholdOrToEveryone() {
        assertThat(((PayDividend) command(PAY)).payee())
                .hasToString("OneHousehold[household=H1, amount=Optional.empty]");
        assertThat(((PayDividend) command(PAY.with("party=*"))).payee()).hasToString("Everyone[]");
        assertThat(fault(PAY.with("party=* amount=0"))).contains("BAD_AMOUNT amount");
        assertThat(fault(PAY.with("party=**"))).contains("BAD_CODE party");
    }

    @Test
    void columnsThatTheTypeDoesNotUseAreIgnored() {
        Row noisy = INVEST.with("counterparty=# year=x month=x advance=# rate=x due=x guarantee=x payer=x")
                .with("reverses=# policy=x size=x name=户名 resolution=决议");

        assertThat(noisy.movement()).isEqualTo(INVEST.movement());
    }

    @Test
    void aMemoIsKeptOnEveryRow() {
        assertThat(command(INVEST.with("memo=春季入股")).voucher().memo()).isEqualTo("春季入股");
        assertThat(command(INVEST).voucher().memo()).isEmpty();
    }

    /** PostgreSQL keeps no NUL, UTF-8 no half of a character. */
    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0007b", "a\uD840"})
    void aTextHasNothingThatCannotBeStored(String text) {
        assertThat(fault(INVEST.with(Column.MEMO, text))).contains("BAD_CODE memo");
        assertThat(fault(OPEN.with(Column.NAME, text))).contains("BAD_CODE name");
        assertThat(fault(ADMIT.with(Column.NAME, text))).contains("BAD_CODE name");
    }

    @Test
    void aTextMayHaveLines() {
        assertThat(fault(INVEST.with(Column.MEMO, "第一行\r\n第二行\t，𠀀"))).isEmpty();
    }

    /** Of one code, the leftmost column of the contract's table. */
    @Test
    void theLeftmostOfTwoColumnsWithOneFaultIsNamed() {
        assertThat(fault(new Row(Map.of(Column.TYPE, "INVEST_SHARES")))).contains("MISSING_FIELD ref");
        assertThat(fault(ADVANCE.with("party=# advance=#"))).contains("BAD_CODE party");
    }
}

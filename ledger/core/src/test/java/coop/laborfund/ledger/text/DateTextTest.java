package coop.laborfund.ledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-01-05",
                "2021-1-5",
                "2021-01-5",
                "2021/01/05",
                "2021/1/5",
                "2021.1.5",
                "20210105",
                "2021年1月5日",
                "2021年01月05日",
                "２０２１-01-05",
                "2021－01－05",
                "2021．01．05",
                "２０２１年１月５日"
            })
    void aDayIsWrittenInManyWays(String cell) {
        assertThat(DateText.day(cell)).contains(LocalDate.of(2021, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02-29", "2000-02-29", "2020-12-31", "2000-01-01", "2199-12-31"})
    void aDayIsOneOfTheCalendar(String cell) {
        assertThat(DateText.day(cell)).contains(LocalDate.parse(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-02-29",
                "2021-04-31",
                "2021-13-01",
                "2021-00-01",
                "2021-01-00",
                "21-01-05",
                "05-01-2021",
                "+2021-01-05",
                "2021-01/05",
                "2021年1月5",
                "2021年1-5",
                "1999-12-31",
                "2200-01-01",
                "1900-02-29",
                "45665",
                "5/1/2021",
                "Jan-21",
                "1月5日",
                "二〇二一年一月五日",
                "2021-01-05T00:00",
                "2021-01-05 00:00:00",
                "2021 - 1 - 5",
                ""
            })
    void aDayHasNoOtherForm(String cell) {
        assertThat(DateText.day(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02", "2020-2", "2020/2", "2020.02", "2020年2月", "202002", "２０２０-02"})
    void aMonthIsWrittenInManyWays(String cell) {
        assertThat(DateText.month(cell)).contains(YearMonth.of(2020, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-13",
                "2020-00",
                "2020-02-01",
                "2020年2",
                "2月",
                "Feb-20",
                "1999-02",
                "2200-01",
                "2020",
                "20202"
            })
    void aMonthHasNoOtherForm(String cell) {
        assertThat(DateText.month(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2020年", "２０２０"})
    void aYearMayBeCalledOne(String cell) {
        assertThat(DateText.year(cell)).contains(2020);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20200", "202O", "-020", "2020.0", "二〇二〇", "1999", "2200"})
    void aYearHasNoOtherForm(String cell) {
        assertThat(DateText.year(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-05 00:00, time",
        "2021-01-05T00:00, time",
        "45665,            serial",
        "45665.5,          serial",
        "1998-01-05,       range",
        "19980105,         range",
        "Jan-21,           date",
        "2021-02-30,       date",
    })
    void whyItIsNoneIsToldApart(String cell, String why) {
        assertThat(DateText.whyNoDay(cell)).isEqualTo(why);
    }
}

package coop.laborfund.api.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A workbook's sheets that are left alone, in the order of their tabs. */
final class SheetsNotRead {

    /** Why one is. */
    enum Why {
        HIDDEN("隐藏", "hidden"),
        NO_WORKSHEET("不是表格", "no worksheet"),
        NO_HEADER("没有表头", "no header");

        private final String chinese;
        private final String english;

        Why(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    private record Sheet(String name, Why why) {}

    private final List<Sheet> sheets = new ArrayList<>();

    void add(String name, Why why) {
        sheets.add(new Sheet(name, why));
    }

    List<String> names() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** Each with the reason, for people. */
    String chinese() {
        return sheets.stream()
                .map(sheet -> "“" + sheet.name + "”(" + sheet.why.chinese + ")")
                .collect(Collectors.joining("、"));
    }

    String english() {
        return sheets.stream()
                .map(sheet -> "\"" + sheet.name + "\" (" + sheet.why.english + ")")
                .collect(Collectors.joining(", "));
    }
}

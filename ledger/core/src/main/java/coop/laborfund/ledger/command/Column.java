package coop.laborfund.ledger.command;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a movement, in the contract's order; each may be named by its English key or its Chinese name. */
public enum Column {
    REF("ref", "凭证号"),
    DATE("date", "业务日期"),
    FUND("fund", "基金编号"),
    TYPE("type", "业务类型"),
    PARTY("party", "对象"),
    COUNTERPARTY("counterparty", "对方"),
    AMOUNT("amount", "金额"),
    YEAR("year", "年度"),
    MONTH("month", "月份"),
    ADVANCE("advance", "投放编号"),
    RATE("rate", "年利率"),
    DUE("due", "到期日"),
    SOURCE("source", "来源"),
    GUARANTEE("guarantee", "担保"),
    PAYER("payer", "付款方"),
    REVERSES("reverses", "冲正凭证号"),
    RESOLUTION("resolution", "决议文号"),
    POLICY("policy", "政策参数"),
    NAME("name", "名称"),
    LINE("line", "银行流水号"),
    MATCH("match", "勾对凭证号"),
    BALANCE("balance", "余额"),
    SIZE("size", "人口"),
    MEMO("memo", "摘要");

    private final String key;
    private final String chinese;

    Column(String key, String chinese) {
        this.key = key;
        this.chinese = chinese;
    }

    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    /** The column of a header cell, trimmed already; empty where there is none of that name. */
    public static Optional<Column> named(String header) {
        return Arrays.stream(values())
                .filter(column -> column.key.equals(header) || column.chinese.equals(header))
                .findFirst();
    }
}

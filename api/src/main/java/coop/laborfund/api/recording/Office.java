package coop.laborfund.api.recording;

import coop.laborfund.ledger.movement.MovementType;

/** Who records what in the sample cooperative, each under a name of its own. All of them are invented. */
enum Office {
    CASHIER("示例合作社出纳"),
    ACCOUNTANT("示例合作社会计"),
    VILLAGE("示例村村委会"),
    TOWNSHIP("示例乡就业服务站");

    private final String chinese;

    Office(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    /** Money is the cashier's but for what the village itself receives; books and the bank's statement are the accountant's. */
    static Office of(MovementType type) {
        return switch (type.kind()) {
            case MONEY -> type == MovementType.RECORD_COLLECTIVE_INCOME ? VILLAGE : CASHIER;
            case SETUP, CONTROL, STATEMENT -> ACCOUNTANT;
            case LABOR -> TOWNSHIP;
        };
    }
}

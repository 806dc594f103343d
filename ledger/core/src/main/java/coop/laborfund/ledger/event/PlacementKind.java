package coop.laborfund.ledger.event;

/** Where a worker is placed (来源 on 就业). */
public enum PlacementKind implements Word {
    OUTSIDE_PROVINCE("省外"),
    IN_PROVINCE("省内"),
    LOCAL("本地"),
    PUBLIC_POST("公益性岗位");

    private final String chinese;

    PlacementKind(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}

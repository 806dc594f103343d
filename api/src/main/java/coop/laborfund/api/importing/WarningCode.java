package coop.laborfund.api.importing;

/** What a treasurer should look at, though it is recorded. In a sentence {@code %s} stands for what it names. */
enum WarningCode {
    LOOKS_DOUBLE(
            "除凭证号外和%s完全一样。如果是同一笔,请冲正或删去其中一笔。",
            "This row is the same as %s but for its ref. If it is the same movement, reverse or delete one of them."),
    REF_LOOKS_ALIKE(
            "凭证号和%s只差标点。如果是同一张凭证,请冲正或删去其中一笔。",
            "This row has a ref that differs from that of %s in punctuation alone. If it is the same voucher, reverse or delete one of them."),
    PERSONAL_IN_MEMO(
            "摘要里像有身份证号或手机号。摘要会永久保存,请改用户编号。",
            "This row has what looks like an identity or mobile number in its memo, which is kept for ever. Write the household's id instead."),
    HIDDEN_ROW(
            "这一行在工作簿里是隐藏的,也读了。不该有的请删去。",
            "This row is hidden in the workbook and was read all the same. Delete it if it should not be there."),
    NOT_A_MOVEMENT(
            "没有业务日期也没有业务类型,不是一笔业务,跳过了。如果是业务,请补上。",
            "This row has neither date nor type and was passed over as no movement. Fill them in if it is one.");

    private final String chinese;
    private final String english;

    WarningCode(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** @param details what it names in Chinese, then in English */
    String chinese(String... details) {
        return details.length == 0 ? chinese : chinese.formatted(details[0]);
    }

    String english(String... details) {
        return details.length == 0 ? english : english.formatted(details[1]);
    }
}

package coop.laborfund.api.exporting;

/** The formats of other programs that an answer may be exported in. */
public enum ExportFormat {
    HLEDGER(ExportFormat.TEXT_TYPE, "journal"),
    BEANCOUNT(ExportFormat.TEXT_TYPE, "beancount"),
    CSV(ExportFormat.CSV_TYPE, "csv"),
    XLSX(ExportFormat.XLSX_TYPE, "xlsx");

    public static final String TEXT_TYPE = "text/plain;charset=utf-8";
    public static final String CSV_TYPE = "text/csv;charset=utf-8";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How the name of a file of it ends. */
    public String extension() {
        return extension;
    }

    /** Whether it is text and no workbook. */
    public boolean isText() {
        return this != XLSX;
    }
}

package coop.laborfund.api.importing;

import coop.laborfund.api.importing.WorkbookParts.Tab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an .xlsx workbook's visible worksheets (ECMA-376), read as a stream in the order of the tabs. A formula gives its
 * stored value.
 */
final class XlsxRows {

    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    /** Of one workbook: a tab for each month of many years. */
    private static final int MOST_SHEETS = 1_000;

    /** Sheets are packed about ten to one; a hundred is beyond them, what is small anyway may be more. */
    private static final long LARGEST_RATIO = 100;

    private static final long ALWAYS_ALLOWED = 64 << 20;

    private final String name;
    private final ZipFile zip;
    private final WorkbookParts parts;
    private final long mostBytes;
    private final ImportProgress progress;
    private final SharedStrings strings;
    private final SheetStyles styles;
    private final SheetsNotRead notRead = new SheetsNotRead();
    private long textSize;

    private XlsxRows(String name, ZipFile zip, long size, ImportProgress progress)
            throws IOException, XMLStreamException {
        this.name = name;
        this.zip = zip;
        this.mostBytes = ALWAYS_ALLOWED + LARGEST_RATIO * size;
        this.progress = progress;
        this.parts = new WorkbookParts(zip, mostBytes);
        Optional<XmlPart> texts = parts.only("sharedStrings", "sharedStrings.xml");
        strings = texts.isPresent() ? readStrings(texts.get()) : SharedStrings.none();
        Optional<XmlPart> looks = parts.only("styles", "styles.xml");
        styles = looks.isPresent() ? readStyles(looks.get()) : SheetStyles.none();
    }

    private static SharedStrings readStrings(XmlPart part) throws IOException, XMLStreamException {
        try (part) {
            return SharedStrings.read(part);
        }
    }

    private static SheetStyles readStyles(XmlPart part) throws IOException, XMLStreamException {
        try (part) {
            return SheetStyles.read(part);
        }
    }

    /** Hands over the rows of all sheets with a header, and says which sheets had none or were left alone. */
    static SheetsNotRead read(
            String name, Source source, Workspace workspace, ImportProgress progress, RowCollector rows)
            throws UnreadableFileException {
        try (ZipFile zip = source.openZip(workspace)) {
            OtherArchive.refuse(name, zip);
            XlsxRows workbook = new XlsxRows(name, zip, source.size(), progress);
            workbook.readAll(rows);
            return workbook.notRead;
        } catch (XMLStreamException broken) {
            throw broken.getNestedException() instanceof XmlPart.BombException bomb
                    ? bomb(name, bomb)
                    : broken(name, broken);
        } catch (XmlPart.BombException bomb) {
            throw bomb(name, bomb);
        } catch (IOException | IllegalArgumentException broken) {
            // The file was opened before, so this is about what is in it: no archive, a part missing or cut off.
            throw broken(name, broken);
        }
    }

    private static UnreadableFileException broken(String name, Exception cause) {
        return new UnreadableFileException(
                name,
                "不是完好的 .xlsx 工作簿。请用表格软件打开，另存为 .xlsx 或 CSV 后再试。",
                "no sound .xlsx workbook. Open it in a spreadsheet, save it as .xlsx or CSV and try again.",
                cause);
    }

    private static UnreadableFileException bomb(String name, Exception cause) {
        return new UnreadableFileException(
                name,
                "解压后大得不正常，没有读取。请用表格软件打开，另存为 .xlsx 后再试。",
                "unpacks to far more than it should and was not read. Open it in a spreadsheet, save it as .xlsx again.",
                cause);
    }

    private void readAll(RowCollector rows) throws UnreadableFileException, IOException, XMLStreamException {
        if (parts.tabs().size() > MOST_SHEETS) {
            throw new XMLStreamException("more than " + MOST_SHEETS + " sheets");
        }
        for (Tab tab : parts.tabs()) {
            String part = tab.part();
            if (tab.hidden()) {
                notRead.add(tab.name(), SheetsNotRead.Why.HIDDEN);
            } else if (part == null) {
                notRead.add(tab.name(), SheetsNotRead.Why.NO_WORKSHEET);
            } else {
                rows.begin(tab.name());
                readSheet(part, rows);
                if (rows.sheet() == null) {
                    notRead.add(tab.name(), SheetsNotRead.Why.NO_HEADER);
                }
            }
        }
    }

    private void readSheet(String path, RowCollector rows)
            throws UnreadableFileException, IOException, XMLStreamException {
        ZipEntry entry = parts.entry(path);
        try (XmlPart part = new XmlPart(
                new Source.Counted(zip.getInputStream(entry), name, entry.getSize(), progress), mostBytes)) {
            int number = 0;
            while (part.next()) {
                if (part.starts("row")) {
                    number = rowNumber(part.attribute("r"), number);
                    if (rows.isWithoutHeader(number)) {
                        return;
                    }
                    boolean hidden = isTrue(part.attribute("hidden"));
                    rows.row(number, hidden, cells(part), parts.from1904());
                } else if (part.starts("mergeCell")) {
                    merge(part.attribute("ref"), rows.sheet());
                }
            }
        }
    }

    private static void merge(@Nullable String range, @Nullable ReadSheet sheet) throws XMLStreamException {
        if (range != null && sheet != null) {
            Header header = sheet.header();
            sheet.merged().add(range, header.row() + 1, header.width());
        }
    }

    private static boolean isTrue(@Nullable String flag) {
        return flag != null && (flag.equals("1") || flag.equals("true"));
    }

    /** Rows need not say their number, but never go back. */
    private static int rowNumber(@Nullable String given, int before) throws XMLStreamException {
        try {
            int number = given == null ? before + 1 : Integer.parseInt(given);
            if (number > before && number <= MOST_ROWS) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new XMLStreamException("row " + given + " after row " + before);
    }

    private List<StoredCell> cells(XmlPart part) throws XMLStreamException {
        List<StoredCell> cells = new ArrayList<>();
        int column = -1;
        while (part.next() && !part.ends("row")) {
            if (part.starts("c")) {
                column = column(part.attribute("r"), column);
                while (cells.size() < column) {
                    cells.add(StoredCell.BLANK);
                }
                cells.add(cell(part));
                count(cells.getLast().stored());
            }
        }
        return cells;
    }

    /** A sheet may refer to one long text in each of its cells, and then says far more than its own bytes. */
    private void count(String cell) throws XMLStreamException {
        textSize += cell.length();
        if (textSize > mostBytes) {
            XmlPart.BombException bomb = new XmlPart.BombException();
            throw new XMLStreamException(bomb.getMessage(), bomb);
        }
    }

    /** From a reference such as {@code AB12}: 0 for A. */
    private static int column(@Nullable String reference, int before) throws XMLStreamException {
        int column = reference == null ? before + 1 : columnOf(reference);
        if (column <= before || column >= MOST_COLUMNS) {
            throw new XMLStreamException("cell " + reference + " out of order");
        }
        return column;
    }

    /** From the letters that a reference begins with; of too many letters some number beyond all columns. */
    static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            if (column > MOST_COLUMNS) {
                break;
            }
        }
        return column - 1;
    }

    private StoredCell cell(XmlPart part) throws XMLStreamException {
        String type = part.attribute("t");
        String style = part.attribute("s");
        String stored = null;
        boolean formula = false;
        while (part.next() && !part.ends("c")) {
            if (part.starts("v")) {
                stored = part.text();
            } else if (part.starts("is")) {
                stored = SharedStrings.richText(part, "is");
            } else if (part.starts("f")) {
                formula = true;
                part.skip();
            }
        }
        if (stored == null || (stored.isEmpty() && !"str".equals(type))) {
            return formula
                    ? new StoredCell(StoredCell.Type.UNCOMPUTED, "", NumberFormat.GENERAL, true)
                    : StoredCell.BLANK;
        }
        return stored(type == null ? "n" : type, stored, styles.of(style), formula);
    }

    private StoredCell stored(String type, String stored, NumberFormat format, boolean formula)
            throws XMLStreamException {
        return switch (type) {
            case "s" -> new StoredCell(StoredCell.Type.TEXT, strings.get(stored), format, formula);
            case "str" -> new StoredCell(StoredCell.Type.TEXT, SharedStrings.unescaped(stored), format, formula);
            case "b" -> new StoredCell(StoredCell.Type.TEXT, stored.equals("1") ? "TRUE" : "FALSE", format, formula);
            case "e" -> new StoredCell(StoredCell.Type.ERROR, stored, format, formula);
            case "d" -> new StoredCell(StoredCell.Type.ISO_DATE, stored, format, formula);
            case "n" -> new StoredCell(StoredCell.Type.NUMBER, stored, format, formula);
            default -> new StoredCell(StoredCell.Type.TEXT, stored, format, formula);
        };
    }
}

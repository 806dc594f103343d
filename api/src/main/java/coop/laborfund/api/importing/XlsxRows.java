package coop.laborfund.api.importing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first sheet of an .xlsx workbook (ECMA-376), read as a stream. A cell gives what it shows: a formula its
 * stored value, a date its day, a number its decimal digits.
 */
final class XlsxRows {

    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    /** Sheets are packed about ten to one; a hundred is beyond them, what is small anyway may be more. */
    private static final long LARGEST_RATIO = 100;

    private static final long ALWAYS_ALLOWED = 64 << 20;

    private final String name;
    private final ZipFile zip;
    private final long mostBytes;
    private final ImportProgress progress;
    private SharedStrings strings = SharedStrings.none();
    private SheetStyles styles = SheetStyles.none();
    private boolean from1904;
    private String sheetRelation = "";
    private long textSize;

    private XlsxRows(String name, ZipFile zip, long size, ImportProgress progress) {
        this.name = name;
        this.zip = zip;
        this.mostBytes = ALWAYS_ALLOWED + LARGEST_RATIO * size;
        this.progress = progress;
    }

    static void read(String name, Source source, Workspace workspace, ImportProgress progress, CellSink sink)
            throws UnreadableFileException {
        try (ZipFile zip = source.openZip(workspace)) {
            new XlsxRows(name, zip, source.size(), progress).read(sink);
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

    private void read(CellSink sink) throws UnreadableFileException, IOException, XMLStreamException {
        String workbook = target("_rels/.rels", "", "officeDocument", null, "xl/workbook.xml");
        try (XmlPart part = part(workbook)) {
            readWorkbook(part);
        }
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        String relations = folder + "_rels/" + workbook.substring(slash) + ".rels";
        String stringsPart = target(relations, folder, "sharedStrings", null, folder + "sharedStrings.xml");
        if (zip.getEntry(stringsPart) != null) {
            try (XmlPart part = part(stringsPart)) {
                strings = SharedStrings.read(part);
            }
        }
        String stylesPart = target(relations, folder, "styles", null, folder + "styles.xml");
        if (zip.getEntry(stylesPart) != null) {
            try (XmlPart part = part(stylesPart)) {
                styles = SheetStyles.read(part);
            }
        }
        String sheet = target(relations, folder, "worksheet", sheetRelation, folder + "worksheets/sheet1.xml");
        try (XmlPart part = sheetPart(sheet)) {
            readSheet(part, sink);
        }
    }

    /** The first sheet's relation, and from when days are counted. */
    private void readWorkbook(XmlPart part) throws XMLStreamException {
        while (part.next()) {
            if (part.starts("workbookPr")) {
                String flag = part.attribute("date1904");
                from1904 = flag != null
                        && (flag.equals("1") || flag.toLowerCase(Locale.ROOT).equals("true"));
            } else if (part.starts("sheet") && sheetRelation.isEmpty()) {
                String relation = part.attribute("id");
                sheetRelation = relation == null ? "" : relation;
            }
        }
    }

    /** Where a relation of a kind (and id, where one is given) leads; files without relations use the customary names. */
    private String target(String relations, String folder, String kind, @Nullable String id, String customary)
            throws IOException, XMLStreamException {
        if (zip.getEntry(relations) == null) {
            return customary;
        }
        try (XmlPart part = part(relations)) {
            while (part.next()) {
                String type = part.isStart() ? part.attribute("Type") : null;
                String target = part.isStart() ? part.attribute("Target") : null;
                boolean wanted = type != null && type.endsWith("/" + kind);
                if (wanted && target != null && (id == null || id.equals(part.attribute("Id")))) {
                    return target.startsWith("/") ? target.substring(1) : folder + target;
                }
            }
        }
        return customary;
    }

    private XmlPart part(String path) throws IOException, XMLStreamException {
        return new XmlPart(open(entry(path)), mostBytes);
    }

    private XmlPart sheetPart(String path) throws IOException, XMLStreamException {
        ZipEntry entry = entry(path);
        return new XmlPart(new Source.Counted(open(entry), name, entry.getSize(), progress), mostBytes);
    }

    private ZipEntry entry(String path) throws FileNotFoundException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new FileNotFoundException(path);
        }
        return entry;
    }

    private InputStream open(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    private void readSheet(XmlPart part, CellSink sink)
            throws UnreadableFileException, IOException, XMLStreamException {
        int number = 0;
        while (part.next() && !part.ends("sheetData")) {
            if (part.starts("row")) {
                number = rowNumber(part.attribute("r"), number);
                sink.row(number, cells(part, number, sink));
            }
        }
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

    private List<String> cells(XmlPart part, int row, CellSink sink)
            throws UnreadableFileException, XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = -1;
        while (part.next() && !part.ends("row")) {
            if (part.starts("c")) {
                column = column(part.attribute("r"), column);
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(cell(part, row, sink.isMonth(column)));
                count(cells.getLast());
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
        int column = before + 1;
        if (reference != null) {
            column = 0;
            for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
                column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
                if (column > MOST_COLUMNS) {
                    break;
                }
            }
            column--;
        }
        if (column <= before || column >= MOST_COLUMNS) {
            throw new XMLStreamException("cell " + reference + " out of order");
        }
        return column;
    }

    private String cell(XmlPart part, int row, boolean month) throws UnreadableFileException, XMLStreamException {
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
        if (stored == null && formula) {
            throw new UnreadableFileException(
                    name,
                    "第 " + row + " 行有公式还没有算出结果。请用表格软件打开并保存一次。",
                    "row " + row + " has a formula without a result. Open the file in a spreadsheet and save it.");
        }
        return stored == null ? "" : value(type == null ? "n" : type, stored, styles.of(style), month);
    }

    private String value(String type, String stored, SheetStyles.Shows shows, boolean month) throws XMLStreamException {
        return switch (type) {
            case "s" -> strings.get(stored);
            case "str" -> SharedStrings.unescaped(stored);
            case "b" -> stored.equals("1") ? "TRUE" : "FALSE";
            case "d" -> SheetCell.isoDate(stored, month);
            case "n" ->
                switch (shows) {
                    case NUMBER -> SheetCell.number(stored.strip());
                    case PERCENT -> SheetCell.percent(stored.strip());
                    case DATE -> SheetCell.date(stored.strip(), from1904, month);
                };
            default -> stored;
        };
    }
}

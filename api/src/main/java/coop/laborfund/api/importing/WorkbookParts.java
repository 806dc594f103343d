package coop.laborfund.api.importing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What an .xlsx archive is made of and where (ECMA-376, part 2). Some programs write its names with backslashes or other
 * capitals.
 */
final class WorkbookParts {

    private static final String HIDDEN_ROOT = "_rels/.rels";

    private final ZipFile zip;
    private final long mostBytes;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final String workbook;
    private final String folder;
    private final List<Relation> relations;
    private final List<Tab> tabs = new ArrayList<>();
    private boolean from1904;

    /** From one part to another. */
    private record Relation(String id, String type, String target) {
        boolean isOf(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    /**
     * A sheet in the order of the tabs.
     *
     * @param part where its cells are; null for what is no worksheet, a chart for one
     */
    record Tab(String name, boolean hidden, @Nullable String part) {}

    /** @param mostBytes that a part may unpack to */
    WorkbookParts(ZipFile zip, long mostBytes) throws IOException, XMLStreamException {
        this.zip = zip;
        this.mostBytes = mostBytes;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            entries.putIfAbsent(key(entry.getName()), entry);
        }
        this.workbook = first(relations(HIDDEN_ROOT, ""), "officeDocument").orElse("xl/workbook.xml");
        int slash = workbook.lastIndexOf('/') + 1;
        this.folder = workbook.substring(0, slash);
        this.relations = relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        readWorkbook();
    }

    private static String key(String name) {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private List<Relation> relations(String part, String from) throws IOException, XMLStreamException {
        List<Relation> read = new ArrayList<>();
        if (!has(part)) {
            return read;
        }
        try (XmlPart xml = open(part)) {
            while (xml.next()) {
                String type = xml.isStart() ? xml.attribute("Type") : null;
                String target = xml.isStart() ? xml.attribute("Target") : null;
                if (type != null && target != null) {
                    String id = xml.attribute("Id");
                    read.add(new Relation(id == null ? "" : id, type, resolved(from, target)));
                }
            }
        }
        return read;
    }

    /** A target is relative to its part's folder, or begins with a slash. */
    private static String resolved(String from, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : from + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static Optional<String> first(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(relation -> relation.isOf(kind))
                .map(Relation::target)
                .findFirst();
    }

    private void readWorkbook() throws IOException, XMLStreamException {
        try (XmlPart xml = open(workbook)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    from1904 = flag != null
                            && (flag.equals("1")
                                    || flag.toLowerCase(Locale.ROOT).equals("true"));
                } else if (xml.starts("sheet")) {
                    tabs.add(tab(xml));
                }
            }
        }
        if (tabs.isEmpty()) {
            // A few programs name no sheet; there is one all the same.
            tabs.add(new Tab("Sheet1", false, folder + "worksheets/sheet1.xml"));
        }
    }

    private Tab tab(XmlPart xml) {
        String id = xml.attribute("id");
        String name = xml.attribute("name");
        String state = xml.attribute("state");
        Optional<Relation> relation = relations.stream()
                .filter(each -> id != null && each.id().equals(id))
                .findFirst();
        // Without relations files use the customary names.
        String customary = relations.isEmpty() ? folder + "worksheets/sheet" + (tabs.size() + 1) + ".xml" : null;
        return new Tab(
                name == null ? "" : name,
                state != null && !state.equals("visible"),
                relation.filter(each -> each.isOf("worksheet"))
                        .map(Relation::target)
                        .orElse(customary));
    }

    List<Tab> tabs() {
        return tabs;
    }

    /** Whether days are counted from 1904. */
    boolean from1904() {
        return from1904;
    }

    /** The part of a kind of which there is one, such as the styles; empty where the workbook does without. */
    Optional<XmlPart> only(String kind, String customary) throws IOException, XMLStreamException {
        String part = first(relations, kind).orElse(folder + customary);
        return has(part) ? Optional.of(open(part)) : Optional.empty();
    }

    private boolean has(String part) {
        return entries.containsKey(key(part));
    }

    ZipEntry entry(String part) throws FileNotFoundException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new FileNotFoundException(part);
        }
        return entry;
    }

    private XmlPart open(String part) throws IOException, XMLStreamException {
        return new XmlPart(zip.getInputStream(entry(part)), mostBytes);
    }
}

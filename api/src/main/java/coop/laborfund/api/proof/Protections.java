package coop.laborfund.api.proof;

import coop.laborfund.ledger.store.SchemaCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the history from being changed: triggers, constraints, indexes, functions, views, rights and row rules, as they are and as
 * the migrations made them. The latter stands in {@code proof/protections.tsv}, which a test writes from an empty database after all
 * migrations and holds against them.
 */
public final class Protections {

    static final String MADE = "/proof/protections.tsv";

    private final SchemaCatalog catalog;

    public Protections(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The rights that the program's role needs.
     *
     * @param table in the ledger's schema
     * @param privilege as PostgreSQL names it
     */
    public record Right(String table, String privilege) {}

    /** All that the program's role needs. */
    public static List<Right> rights() {
        return made().keySet().stream()
                .map(name -> name.split(" ", -1))
                .filter(words -> words.length == 4
                        && words[0].equals("grant")
                        && !words[1].equals("schema")
                        && words[2].equals("laborfund_app"))
                .map(words -> new Right(words[1], words[3]))
                .toList();
    }

    /** As the migrations made it. */
    static SortedMap<String, String> made() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Protections.class.getResourceAsStream(MADE), MADE), StandardCharsets.UTF_8))) {
            SortedMap<String, String> made = new TreeMap<>();
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                made.put(line.substring(0, tab), line.substring(tab + 1));
            });
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where the database is not as the migrations made it; a few milliseconds. */
    public List<Finding> differences() {
        SortedMap<String, String> made = made();
        SortedMap<String, String> here = catalog.lines(names(made, "table "), names(made, "function "));
        TreeSet<String> all = new TreeSet<>(made.keySet());
        all.addAll(here.keySet());
        List<Finding> differences = new ArrayList<>();
        for (String name : all) {
            String wanted = made.get(name);
            String found = here.get(name);
            if (!Objects.equals(wanted, found)) {
                differences.add(difference(name, wanted, found));
            }
        }
        return differences;
    }

    private static List<String> names(SortedMap<String, String> made, String kind) {
        return made.keySet().stream()
                .filter(name -> name.startsWith(kind) && !name.contains("rebuild."))
                .map(name -> name.substring(kind.length()).replaceAll("\\(.*", ""))
                .distinct()
                .toList();
    }

    private static Finding difference(String name, @Nullable String wanted, @Nullable String found) {
        if (found == null) {
            return Finding.of(
                    "数据库的保护被拿掉了:缺少 " + name, "A protection of the database was taken away: " + name + " is missing");
        }
        if (wanted == null) {
            return Finding.of(
                    "数据库里多了程序没有建立的:" + name + said(found),
                    "The database has what the program did not make: " + name + said(found));
        }
        return Finding.of(
                "数据库的保护被改过:" + name + " 应是“" + wanted + "”,却是“" + found + "”",
                "A protection of the database was changed: " + name + " should be \"" + wanted + "\" and is \"" + found
                        + "\"");
    }

    private static String said(String definition) {
        return definition.isEmpty() ? "" : ": " + definition;
    }

    void check(Report report) {
        differences().forEach(report::found);
        report.checked(
                "数据库的保护(触发器、约束、索引、函数、视图、权限、规则)与程序建立的逐项比较",
                "the database's protections (triggers, constraints, indexes, functions, views, rights, rules), each with what"
                        + " the program made");
    }
}

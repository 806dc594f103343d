package coop.laborfund.projections.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.projections.TestDatabase;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fact.Shape;
import coop.laborfund.projections.fact.Shape.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The migration makes the tables that the facts ask for, and no others. */
class ReadTablesTest {

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.empty());

    @Test
    void haveTheColumnsOfTheirFacts() {
        for (Projection projection : Projections.ALL) {
            for (Class<? extends Fact> type : projection.facts()) {
                Shape<?> shape = Shape.of(type);
                List<String> columns = jdbc.queryForList(
                        "select column_name from information_schema.columns where table_name = ?"
                                + " order by ordinal_position",
                        String.class,
                        shape.table());
                assertThat(shape.columns().stream().map(Column::name))
                        .as(shape.table())
                        .isEqualTo(columns);
            }
        }
    }

    @Test
    void areEachWrittenByOneProjection() {
        List<String> tables = new ArrayList<>(List.of("projection_progress"));
        Projections.ALL.forEach(projection ->
                projection.facts().forEach(type -> tables.add(Shape.of(type).table())));
        assertThat(jdbc.queryForList(
                        "select table_name from information_schema.tables where table_schema = 'public'", String.class))
                .containsExactlyInAnyOrderElementsOf(tables);
        assertThat(jdbc.queryForList("select name from projection_progress", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        Projections.ALL.stream().map(Projection::name).toList());
    }
}

package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.query.EventFacts;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.store.SqlFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What holds for the books whatever happened to them. */
final class RightBooks {

    private RightBooks() {}

    static void require(LedgerNode node, JdbcTarget database) {
        requireWholeChains(node);
        requireTablesEqualFold(node, database);
    }

    /** Positions and sequences without gaps, instants in order, every hash and link right, and the heads theirs. */
    private static void requireWholeChains(LedgerNode node) {
        Map<String, StoredEvent> last = new HashMap<>();
        long position = 0;
        Instant before = Instant.MIN;
        for (StoredEvent event : node.history().storedAll(1, Long.MAX_VALUE).toList()) {
            StoredEvent previous = last.put(event.fund(), event);
            assertThat(event.position()).isEqualTo(++position);
            assertThat(event.recordedAt()).isAfterOrEqualTo(before);
            assertThat(event.sequence()).isEqualTo(previous == null ? 0 : previous.sequence() + 1);
            assertThat(event.previousHash()).isEqualTo(previous == null ? EventChain.start() : previous.hash());
            assertThat(event.hash()).isEqualTo(EventChain.hash(event.canonical()));
            before = event.recordedAt();
        }
        assertThat(node.history().heads()).extracting(Head::fund).containsExactlyInAnyOrderElementsOf(last.keySet());
        for (Head head : node.history().heads()) {
            StoredEvent end = last.get(head.fund());
            assertThat(end).isNotNull();
            assertThat(head.position()).isEqualTo(end.position());
            assertThat(head.hash()).isEqualTo(HexFormat.of().formatHex(end.hash()));
        }
    }

    private static void requireTablesEqualFold(LedgerNode node, JdbcTarget database) {
        node.readTables().awaitAll();
        node.catchUpUnlessServed();
        FactSource fold = EventFacts.of(node.history().all(1, Long.MAX_VALUE).toList());
        FactSource tables =
                new SqlFacts(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        for (String fund : node.history().funds()) {
            Scope everything = new Scope(fund, Scope.ANY_DAY, node.history().lastPosition());
            assertThat(answers(tables, everything)).as(fund).isEqualTo(answers(fold, everything));
        }
    }

    private static List<Object> answers(FactSource source, Scope scope) {
        List<Object> answers = new ArrayList<>(List.of(source.openings(scope.knownAt()), source.balances(scope)));
        Projections.ALL.forEach(projection -> projection.facts().forEach(type -> {
            answers.add(facts(source, type, scope));
        }));
        return answers;
    }

    private static <F extends Fact> List<F> facts(FactSource source, Class<F> type, Scope scope) {
        List<F> all = new ArrayList<>(source.recorded(type, scope));
        all.addAll(source.counted(type, scope));
        return all;
    }
}

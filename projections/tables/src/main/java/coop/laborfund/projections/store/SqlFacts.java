package coop.laborfund.projections.store;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Shape;
import coop.laborfund.projections.fact.Shape.Column;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.query.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts in the read tables.
 *
 * <p>Rows are only ever added, and a rebuild adds the same rows again, so that several statements about one position
 * agree with each other without a transaction round them. Every method throws Spring's {@code DataAccessException}
 * where the database fails.
 */
public final class SqlFacts implements FactSource {

    private static final String IN_SCOPE = " where fund = ? and date <= ? and position <= ?";

    /** A reversal undoes its original, and is not itself a movement that counts. */
    private static final String NOT_UNDONE = " and ref not in (select original from reversal" + IN_SCOPE
            + " union all select ref from reversal" + IN_SCOPE + ")";

    private static final String BALANCES = """
            select account, sub, sum(amount) from journal_line
             where fund = ? and date <= ? and position <= ?
             group by account, sub having sum(amount) <> 0
             order by account, sub""";

    /** A scan of the fund's part of the key that holds all that is asked, once for all accounts. */
    private static final String BALANCES_OF = """
            select account, sub, sum(amount) from journal_line
             where fund = ? and date <= ? and position <= ?
               and (account, sub) in (select * from unnest(?::text[], ?::text[]))
             group by account, sub""";

    private final JdbcClient jdbc;

    public SqlFacts(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public List<FundOpening> openings(long knownAt) {
        Shape<FundOpening> shape = Shape.of(FundOpening.class);
        String sql = "select " + columns(shape) + " from fund_opening where position <= ? order by fund";
        return query(sql, List.of(knownAt), (row, number) -> fact(row, shape));
    }

    @Override
    public SortedMap<String, Movement> takeovers(@Nullable String fund, long knownAt) {
        Shape<Movement> shape = Shape.of(Movement.class);
        // Of each fund its last by the index, however many it took over.
        String sql = "select last.* from fund_opening opening cross join lateral (select " + columns(shape)
                + " from movement where movement.fund = opening.fund and takeover <> '' and movement.position <= ?"
                + " order by movement.position desc limit 1) last" + (fund == null ? "" : " where opening.fund = ?");
        SortedMap<String, Movement> last = new TreeMap<>(Ids.ORDER);
        query(sql, fund == null ? List.of(knownAt) : List.of(knownAt, fund), (row, number) -> fact(row, shape))
                .forEach(movement -> last.put(movement.fund(), movement));
        return last;
    }

    @Override
    public <F extends Fact> List<F> recorded(Class<F> type, Scope scope, @Nullable Window<?> window) {
        return facts(type, scope, window, "", List.of());
    }

    @Override
    public <F extends Fact> List<F> counted(Class<F> type, Scope scope, @Nullable Window<?> window) {
        List<Object> twice = new ArrayList<>(parameters(scope));
        twice.addAll(parameters(scope));
        return facts(type, scope, window, NOT_UNDONE, twice);
    }

    @Override
    public List<Balance> balances(Scope scope) {
        return query(
                BALANCES,
                parameters(scope),
                (row, number) -> new Balance(
                        row.getString(1),
                        row.getString(2),
                        Fen.of(row.getBigDecimal(3).longValueExact())));
    }

    @Override
    public SortedMap<AccountKey, Fen> balancesOf(Set<AccountKey> accounts, Scope scope) {
        SortedMap<AccountKey, Fen> balances = new TreeMap<>();
        if (accounts.isEmpty()) {
            return balances;
        }
        accounts.forEach(account -> balances.put(account, Fen.ZERO));
        List<Object> parameters = new ArrayList<>(parameters(scope));
        parameters.add(accounts.stream().map(AccountKey::account).toArray(String[]::new));
        parameters.add(accounts.stream().map(AccountKey::sub).toArray(String[]::new));
        query(
                        BALANCES_OF,
                        parameters,
                        (row, number) -> new Balance(
                                row.getString(1),
                                row.getString(2),
                                Fen.of(row.getBigDecimal(3).longValueExact())))
                .forEach(balance -> balances.put(new AccountKey(balance.account(), balance.sub()), balance.amount()));
        return balances;
    }

    /** A fund's facts of a kind as its rows stand there, from one position to another, both included. */
    public <F extends Fact> List<F> between(Class<F> type, String fund, long from, long to) {
        Shape<F> shape = Shape.of(type);
        String sql = "select " + columns(shape) + " from " + shape.table()
                + " where fund = ? and position between ? and ?"
                + (shape.hasLines() ? " order by position, line" : " order by position");
        return query(sql, List.of(fund, from, to), (row, number) -> fact(row, shape));
    }

    /** The last position that some row of a kind bears, 0 where there is none. */
    public long last(Class<? extends Fact> type) {
        return jdbc.sql("select coalesce(max(position), 0) from "
                        + Shape.of(type).table())
                .query(Long.class)
                .single();
    }

    /** How many rows of a kind there are up to a position. */
    public long count(Class<? extends Fact> type, long to) {
        return jdbc.sql("select count(*) from " + Shape.of(type).table() + " where position <= ?")
                .param(to)
                .query(Long.class)
                .single();
    }

    private <F extends Fact> List<F> facts(
            Class<F> type, Scope scope, @Nullable Window<?> window, String condition, List<Object> conditionsOwn) {
        Shape<F> shape = Shape.of(type);
        List<Object> parameters = new ArrayList<>(parameters(scope));
        parameters.addAll(conditionsOwn);
        String sql = "select " + columns(shape) + " from " + shape.table() + IN_SCOPE + condition;
        if (window != null) {
            sql += " and " + window.column() + " between ? and ?";
            parameters.add(window.from());
            parameters.add(window.to());
        }
        sql += shape.hasLines() ? " order by position, line" : " order by position";
        return query(sql, parameters, (row, number) -> fact(row, shape));
    }

    private static String columns(Shape<?> shape) {
        return shape.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static List<Object> parameters(Scope scope) {
        return List.of(scope.fund(), scope.asOf(), scope.knownAt());
    }

    private static <F extends Fact> F fact(ResultSet row, Shape<F> shape) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[shape.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = SqlValues.read(row, i + 1, shape.columns().get(i).type());
        }
        return shape.make(values);
    }

    private <T> List<T> query(String sql, List<Object> parameters, RowMapper<T> reader) {
        return jdbc.sql(sql)
                .params(parameters.stream().map(SqlValues::parameter).toList())
                .query(reader)
                .list();
    }
}

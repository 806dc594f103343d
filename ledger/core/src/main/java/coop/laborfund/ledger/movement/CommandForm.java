package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.event.Voucher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a row becomes a command: the parts, in the order of the command's components after its voucher, and the command's
 * constructor. Because the parts that declare the columns are those that are read, a column cannot be one without the other.
 */
final class CommandForm {

    private final Class<? extends MovementCommand> command;
    private final List<ColumnUse> columns;
    private final Maker maker;
    private final Optional<Column> registered;

    private interface Maker {
        MovementCommand make(RowReader row, Voucher voucher);
    }

    interface Of1<C, P> {
        C make(Voucher voucher, P p);
    }

    interface Of2<C, P, Q> {
        C make(Voucher voucher, P p, Q q);
    }

    interface Of3<C, P, Q, R> {
        C make(Voucher voucher, P p, Q q, R r);
    }

    interface Of4<C, P, Q, R, S> {
        C make(Voucher voucher, P p, Q q, R r, S s);
    }

    interface Of7<C, P, Q, R, S, T, U, V> {
        C make(Voucher voucher, P p, Q q, R r, S s, T t, U u, V v);
    }

    interface Of8<C, P, Q, R, S, T, U, V, W> {
        C make(Voucher voucher, P p, Q q, R r, S s, T t, U u, V v, W w);
    }

    private CommandForm(Class<? extends MovementCommand> command, List<ColumnUse> columns, Maker maker) {
        this.command = command;
        this.columns = List.copyOf(columns);
        this.maker = maker;
        this.registered = columns.stream()
                .filter(use -> use.fate() == ColumnUse.Fate.REGISTER)
                .map(ColumnUse::column)
                .findFirst();
    }

    private static CommandForm of(Class<? extends MovementCommand> command, List<Part<?>> parts, Maker maker) {
        return new CommandForm(
                command, parts.stream().flatMap(part -> part.columns().stream()).toList(), maker);
    }

    static <C extends MovementCommand, P> CommandForm form(Class<C> command, Of1<C, P> constructor, Part<P> p) {
        return of(command, List.of(p), (row, voucher) -> constructor.make(voucher, p.read(row)));
    }

    static <C extends MovementCommand, P, Q> CommandForm form(
            Class<C> command, Of2<C, P, Q> constructor, Part<P> p, Part<Q> q) {
        return of(command, List.of(p, q), (row, voucher) -> constructor.make(voucher, p.read(row), q.read(row)));
    }

    static <C extends MovementCommand, P, Q, R> CommandForm form(
            Class<C> command, Of3<C, P, Q, R> constructor, Part<P> p, Part<Q> q, Part<R> r) {
        return of(
                command,
                List.of(p, q, r),
                (row, voucher) -> constructor.make(voucher, p.read(row), q.read(row), r.read(row)));
    }

    static <C extends MovementCommand, P, Q, R, S> CommandForm form(
            Class<C> command, Of4<C, P, Q, R, S> constructor, Part<P> p, Part<Q> q, Part<R> r, Part<S> s) {
        return of(
                command,
                List.of(p, q, r, s),
                (row, voucher) -> constructor.make(voucher, p.read(row), q.read(row), r.read(row), s.read(row)));
    }

    static <C extends MovementCommand, P, Q, R, S, T, U, V> CommandForm form(
            Class<C> command,
            Of7<C, P, Q, R, S, T, U, V> constructor,
            Part<P> p,
            Part<Q> q,
            Part<R> r,
            Part<S> s,
            Part<T> t,
            Part<U> u,
            Part<V> v) {
        return of(
                command,
                List.of(p, q, r, s, t, u, v),
                (row, voucher) -> constructor.make(
                        voucher,
                        p.read(row),
                        q.read(row),
                        r.read(row),
                        s.read(row),
                        t.read(row),
                        u.read(row),
                        v.read(row)));
    }

    static <C extends MovementCommand, P, Q, R, S, T, U, V, W> CommandForm form(
            Class<C> command,
            Of8<C, P, Q, R, S, T, U, V, W> constructor,
            Part<P> p,
            Part<Q> q,
            Part<R> r,
            Part<S> s,
            Part<T> t,
            Part<U> u,
            Part<V> v,
            Part<W> w) {
        return of(
                command,
                List.of(p, q, r, s, t, u, v, w),
                (row, voucher) -> constructor.make(
                        voucher,
                        p.read(row),
                        q.read(row),
                        r.read(row),
                        s.read(row),
                        t.read(row),
                        u.read(row),
                        v.read(row),
                        w.read(row)));
    }

    /** Likewise, with a part that the voucher has already, as the memo, and that must not be empty here. */
    CommandForm proved(Part<String> by) {
        return new CommandForm(command, and(by.columns()), (row, voucher) -> {
            by.read(row);
            return maker.make(row, voucher);
        });
    }

    /** Likewise, with a column that goes to the register beside the history. */
    CommandForm registering(ColumnUse name) {
        return new CommandForm(command, and(List.of(name)), maker);
    }

    private List<ColumnUse> and(List<ColumnUse> more) {
        List<ColumnUse> all = new ArrayList<>(columns);
        all.addAll(more);
        return all;
    }

    Class<? extends MovementCommand> command() {
        return command;
    }

    List<ColumnUse> columns() {
        return columns;
    }

    /** The column whose text goes to the register. */
    Optional<Column> registered() {
        return registered;
    }

    MovementCommand read(RowReader row) {
        return maker.make(row, row.voucher());
    }
}

package coop.laborfund.projections.store;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.store.BinaryRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How a fact's values stand in PostgreSQL: money as whole fen in a {@code bigint}, rates as ten-thousandths of a
 * percent, months as the date of their first day, words by their English code.
 */
final class SqlValues {

    private SqlValues() {}

    /** The value as a statement's parameter. */
    static Object parameter(Object value) {
        return switch (value) {
            case Fen fen -> fen.value();
            case Rate rate -> rate.tenThousandths();
            case YearMonth month -> month.atDay(1);
            case Enum<?> word -> word.name();
            case Object plain -> plain;
        };
    }

    /** How a column of this type goes into {@code COPY}'s binary form. */
    static Encoder encoder(Class<?> type) {
        if (type == long.class) {
            return (rows, value) -> rows.bigint((Long) value);
        }
        if (type == int.class) {
            return (rows, value) -> rows.integer((Integer) value);
        }
        if (type == boolean.class) {
            return (rows, value) -> rows.bool((boolean) value);
        }
        if (type == String.class) {
            return (rows, value) -> rows.text((String) value);
        }
        if (type == LocalDate.class) {
            return (rows, value) -> rows.date((LocalDate) value);
        }
        if (type == YearMonth.class) {
            return (rows, value) -> rows.date(((YearMonth) value).atDay(1));
        }
        if (type == Instant.class) {
            return (rows, value) -> rows.timestamp((Instant) value);
        }
        if (type == Fen.class) {
            return (rows, value) -> rows.bigint(((Fen) value).value());
        }
        if (type == Rate.class) {
            return (rows, value) -> rows.integer(((Rate) value).tenThousandths());
        }
        return (rows, value) -> rows.text(((Enum<?>) value).name());
    }

    /** Writes a value that is there. */
    @FunctionalInterface
    interface Encoder {
        void write(BinaryRows rows, Object value);
    }

    /**
     * A column of the row that is read.
     *
     * @param type the component's type in the fact
     */
    static @Nullable Object read(ResultSet row, int column, Class<?> type) throws SQLException {
        if (type == long.class) {
            return row.getLong(column);
        }
        if (type == int.class) {
            return row.getInt(column);
        }
        if (type == boolean.class) {
            return row.getBoolean(column);
        }
        if (type == String.class) {
            return row.getString(column);
        }
        if (type == LocalDate.class) {
            return row.getObject(column, LocalDate.class);
        }
        if (type == YearMonth.class) {
            return YearMonth.from(row.getObject(column, LocalDate.class));
        }
        if (type == Instant.class) {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
        if (type == Fen.class) {
            return Fen.of(row.getLong(column));
        }
        if (type == Rate.class) {
            return new Rate(row.getInt(column));
        }
        return word(row.getString(column), type);
    }

    private static @Nullable Object word(@Nullable String code, Class<?> type) {
        if (code == null) {
            return null;
        }
        for (Object word : type.getEnumConstants()) {
            if (((Enum<?>) word).name().equals(code)) {
                return word;
            }
        }
        throw new IllegalStateException(code + " is no " + type.getSimpleName());
    }
}

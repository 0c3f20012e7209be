package org.tieline.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * Column types whose values are the same in every database and every time zone. They are {@code
 * notNull} as jOOQ takes every value to be, which otherwise makes a type of its own for each value
 * that it binds; a null can be bound all the same.
 */
public final class Types {
    /**
     * A {@code ${timestamp}} column, holding UTC to the microsecond. Compare and set such columns
     * through a field of this type only: a bare {@link Instant} given to SQL is another type.
     */
    public static final DataType<Instant> INSTANT =
            SQLDataType.TIMESTAMP.asConvertedDataType(new InstantBinding()).notNull();

    /** A column of text, by whose index Derby finds what is {@code in} a list. */
    public static final DataType<String> TEXT =
            SQLDataType.VARCHAR.asConvertedDataType(new TextBinding()).notNull();

    static final DataType<Long> NUMBER = SQLDataType.BIGINT.notNull();
    static final DataType<Integer> PLACE = SQLDataType.INTEGER.notNull();
    static final DataType<Boolean> FLAG = SQLDataType.BOOLEAN.notNull();

    private Types() {}

    /** Sets a {@code ${timestamp}} column where JDBC is used without jOOQ. */
    public static void bind(PreparedStatement statement, int index, Instant time)
            throws SQLException {
        statement.setTimestamp(index, Timestamp.from(time), InstantBinding.utc());
    }
}

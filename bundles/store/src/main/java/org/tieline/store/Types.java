package org.tieline.store;

import java.time.Instant;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** Column types whose values are the same in every database and every time zone. */
public final class Types {
    /**
     * A {@code ${timestamp}} column, holding UTC to the microsecond. Compare and set such columns
     * through a field of this type only: a bare {@link Instant} given to SQL is another type.
     */
    public static final DataType<Instant> INSTANT =
            SQLDataType.TIMESTAMP.asConvertedDataType(new InstantBinding());

    /** A column of text, by whose index Derby finds what is {@code in} a list. */
    public static final DataType<String> TEXT =
            SQLDataType.VARCHAR.asConvertedDataType(new TextBinding());

    private Types() {}
}

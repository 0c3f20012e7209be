package org.tieline.store;

import static java.sql.Types.TIMESTAMP;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;

/**
 * Binds with an explicit UTC calendar: through the default one, a time that the machine's own zone
 * skips in spring would be stored an hour late.
 */
final class InstantBinding implements Binding<Timestamp, Instant> {
    private static final long serialVersionUID = 1L;

    @Override
    public Converter<Timestamp, Instant> converter() {
        return Converter.ofNullable(
                Timestamp.class, Instant.class, Timestamp::toInstant, Timestamp::from);
    }

    @Override
    public void sql(BindingSQLContext<Instant> context) {
        if (context.render().paramType() == ParamType.INLINED) {
            String text = context.value() == null ? null : context.value().toString();
            context.render()
                    .sql(
                            text == null
                                    ? "null"
                                    : "timestamp '"
                                            + text.replace('T', ' ').replace("Z", "")
                                            + "'");
        } else {
            context.render().sql(context.variable());
        }
    }

    @Override
    public void register(BindingRegisterContext<Instant> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), TIMESTAMP);
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        Instant value = context.value();
        if (value == null) {
            context.statement().setNull(context.index(), TIMESTAMP);
        } else {
            Types.bind(context.statement(), context.index(), value);
        }
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        ResultSet row = context.resultSet();
        Timestamp value = row.getTimestamp(context.index(), utc());
        context.value(value == null ? null : value.toInstant());
    }

    @Override
    public void get(BindingGetStatementContext<Instant> context) throws SQLException {
        Timestamp value = context.statement().getTimestamp(context.index(), utc());
        context.value(value == null ? null : value.toInstant());
    }

    @Override
    public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}

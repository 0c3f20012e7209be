package org.tieline.store;

import java.sql.SQLException;
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
import org.jooq.impl.SQLDataType;

/**
 * Binds as jOOQ does, without the cast that it puts around every value for Derby: with casts in the
 * list of an {@code in}, Derby reads a whole index instead of the places that are asked for.
 */
final class TextBinding implements Binding<String, String> {
    private static final long serialVersionUID = 1L;
    private static final Binding<?, String> PLAIN = SQLDataType.VARCHAR.getBinding();

    @Override
    public Converter<String, String> converter() {
        return Converter.ofNullable(String.class, String.class, text -> text, text -> text);
    }

    @Override
    public void sql(BindingSQLContext<String> context) throws SQLException {
        if (context.render().paramType() == ParamType.INLINED) {
            PLAIN.sql(context);
        } else {
            context.render().sql(context.variable());
        }
    }

    @Override
    public void register(BindingRegisterContext<String> context) throws SQLException {
        PLAIN.register(context);
    }

    @Override
    public void set(BindingSetStatementContext<String> context) throws SQLException {
        PLAIN.set(context);
    }

    @Override
    public void get(BindingGetResultSetContext<String> context) throws SQLException {
        PLAIN.get(context);
    }

    @Override
    public void get(BindingGetStatementContext<String> context) throws SQLException {
        PLAIN.get(context);
    }

    @Override
    public void set(BindingSetSQLOutputContext<String> context) throws SQLException {
        PLAIN.set(context);
    }

    @Override
    public void get(BindingGetSQLInputContext<String> context) throws SQLException {
        PLAIN.get(context);
    }
}

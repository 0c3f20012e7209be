package org.tieline.store.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Base64;
import java.util.Calendar;
import java.util.TimeZone;

/** One value of a row, as every supported database can give and take it. */
enum PortableValue {
    TEXT {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            json.writeString(row.getString(column));
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setString(column, value);
        }
    },
    WHOLE {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            long value = row.getLong(column);
            if (row.wasNull()) {
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setLong(column, Long.parseLong(value));
        }
    },
    TRUTH {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            boolean value = row.getBoolean(column);
            if (row.wasNull()) {
                json.writeNull();
            } else {
                json.writeBoolean(value);
            }
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setBoolean(column, Boolean.parseBoolean(value));
        }
    },
    DECIMAL {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            BigDecimal value = row.getBigDecimal(column);
            json.writeString(value == null ? null : value.toPlainString());
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setBigDecimal(column, new BigDecimal(value));
        }
    },
    FLOATING {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            double value = row.getDouble(column);
            json.writeString(row.wasNull() ? null : Double.toString(value));
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setDouble(column, Double.parseDouble(value));
        }
    },
    MOMENT {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            Timestamp value = row.getTimestamp(column, utc());
            json.writeString(value == null ? null : value.toInstant().toString());
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setTimestamp(column, Timestamp.from(Instant.parse(value)), utc());
        }
    },
    DAY {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            Date value = row.getDate(column);
            json.writeString(value == null ? null : value.toString());
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setDate(column, Date.valueOf(value));
        }
    },
    TIME_OF_DAY {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            Time value = row.getTime(column);
            json.writeString(value == null ? null : value.toString());
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setTime(column, Time.valueOf(value));
        }
    },
    BYTES {
        @Override
        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            byte[] value = row.getBytes(column);
            json.writeString(value == null ? null : Base64.getEncoder().encodeToString(value));
        }

        @Override
        void bind(PreparedStatement insert, int column, String value) throws SQLException {
            insert.setBytes(column, Base64.getDecoder().decode(value));
        }
    };

    abstract void write(ResultSet row, int column, JsonGenerator json)
            throws SQLException, IOException;

    abstract void bind(PreparedStatement insert, int column, String value) throws SQLException;

    /** Binds the value at the parser's token. */
    void read(JsonParser json, PreparedStatement insert, int column, int type)
            throws SQLException, IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            insert.setNull(column, type);
        } else {
            bind(insert, column, json.getText());
        }
    }

    /**
     * @param type one of {@link Types}
     */
    static PortableValue of(int type) throws SQLException {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FLOATING;
            case Types.TIMESTAMP -> MOMENT;
            case Types.DATE -> DAY;
            case Types.TIME -> TIME_OF_DAY;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default ->
                    throw new SQLException(
                            "A column has the SQL type " + type + ", which a backup cannot carry.");
        };
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}

package org.tieline.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Times, dates and time zones in JSON. A time is read with any offset, but never without one, and
 * written in UTC; a date as {@code 2026-11-21}.
 */
final class TimeModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public TimeModule() {
        addSerializer(new TimeWriter());
        addDeserializer(Instant.class, new TimeReader());
        addSerializer(new DateWriter());
        addDeserializer(LocalDate.class, new DateReader());
        addSerializer(new ZoneWriter());
        addDeserializer(ZoneId.class, new ZoneReader());
    }

    private static final class TimeWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        TimeWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(Json.time(time));
        }
    }

    private static final class TimeReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        TimeReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            try {
                return OffsetDateTime.parse(in.getText()).toInstant();
            } catch (DateTimeException e) {
                return (Instant)
                        context.handleWeirdStringValue(Instant.class, in.getText(), "not a time");
            }
        }
    }

    private static final class DateWriter extends StdSerializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateWriter() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(date.toString());
        }
    }

    private static final class DateReader extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, in);
            }
            try {
                return LocalDate.parse(in.getText());
            } catch (DateTimeException e) {
                return (LocalDate)
                        context.handleWeirdStringValue(LocalDate.class, in.getText(), "not a date");
            }
        }
    }

    private static final class ZoneWriter extends StdSerializer<ZoneId> {
        private static final long serialVersionUID = 1L;

        ZoneWriter() {
            super(ZoneId.class);
        }

        @Override
        public void serialize(ZoneId zone, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(zone.getId());
        }
    }

    private static final class ZoneReader extends StdDeserializer<ZoneId> {
        private static final long serialVersionUID = 1L;

        ZoneReader() {
            super(ZoneId.class);
        }

        @Override
        public ZoneId deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (ZoneId) context.handleUnexpectedToken(ZoneId.class, in);
            }
            try {
                return ZoneId.of(in.getText());
            } catch (DateTimeException e) {
                return (ZoneId)
                        context.handleWeirdStringValue(
                                ZoneId.class, in.getText(), "not a time zone");
            }
        }
    }
}

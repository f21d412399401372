package io.parley.platform.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.Event;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.HoundifyTarget;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Id;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.SubprocessTarget;
import io.parley.contracts.SuiteId;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.UserId;
import io.parley.contracts.WebSocketTarget;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.rawjson.RawJson;
import io.parley.platform.time.Times;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

/**
 * The JSON form of events, requests and answers: ids as text, times and durations as ISO 8601, absent instead of null,
 * a {@code kind} on sealed types, unknown fields ignored.
 */
@Singleton
public final class WireFormat implements ObjectMapperCustomizer {

    /** A null in somebody's own map means something: {@code equals: null} is no expectation without it. */
    private static final JsonInclude.Value ABSENT_BUT_NOT_IN_MAPS =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(ids())
                .setDefaultPropertyInclusion(ABSENT_BUT_NOT_IN_MAPS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addMixIn(Event.class, EventForm.class)
                .addMixIn(Target.class, TargetForm.class)
                .addMixIn(TelemetryEvent.class, TelemetryEventForm.class);
    }

    private static SimpleModule ids() {
        return new SimpleModule("parley-ids")
                .addSerializer(Id.class, new IdWriter())
                .addDeserializer(ExecutionId.class, new IdReader<>(ExecutionId.class, ExecutionId::fromString))
                .addDeserializer(ReviewId.class, new IdReader<>(ReviewId.class, ReviewId::fromString))
                .addDeserializer(RunId.class, new IdReader<>(RunId.class, RunId::fromString))
                .addDeserializer(SuiteId.class, new IdReader<>(SuiteId.class, SuiteId::fromString))
                .addDeserializer(TargetId.class, new IdReader<>(TargetId.class, TargetId::fromString))
                .addDeserializer(UserId.class, new IdReader<>(UserId.class, UserId::fromString))
                .addDeserializer(WorkspaceId.class, new IdReader<>(WorkspaceId.class, WorkspaceId::fromString));
    }

    /** An event's type travels as its routing key, not in its body. */
    abstract static class EventForm {
        @JsonIgnore
        public abstract String routingKey();
    }

    /** A payload is part of the JSON around it, and is taken out of it and put into it as it stands. */
    abstract static class TelemetryEventForm {

        @JsonRawValue
        @JsonDeserialize(using = RawJson.class)
        abstract String payload();

        @JsonSerialize(using = InstantWriter.class)
        @JsonDeserialize(using = InstantReader.class)
        abstract Instant occurredAt();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ChatTarget.class, name = "chat"),
        @JsonSubTypes.Type(value = EchoTarget.class, name = "echo"),
        @JsonSubTypes.Type(value = HoundifyTarget.class, name = "houndify"),
        @JsonSubTypes.Type(value = HttpTarget.class, name = "http"),
        @JsonSubTypes.Type(value = RecordedTarget.class, name = "recorded"),
        @JsonSubTypes.Type(value = SubprocessTarget.class, name = "subprocess"),
        @JsonSubTypes.Type(value = WebSocketTarget.class, name = "websocket")
    })
    private interface TargetForm {}

    private static final class IdWriter extends StdSerializer<Id> {

        private static final long serialVersionUID = 1;

        IdWriter() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(id.value().toString());
        }
    }

    private static final class IdReader<T extends Id> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parse;

        IdReader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException notAUuid) {
                return handledType().cast(context.handleWeirdStringValue(handledType(), text, "not a valid UUID"));
            }
        }

        @Override
        @SuppressWarnings("unchecked") // the constructor was given exactly this class
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }

    /** There are many of them in one message: {@link Times} is what makes them worth forms of their own. */
    static final class InstantWriter extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Times.text(instant));
        }
    }

    static final class InstantReader extends FromStringDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return Times.instant(text);
            } catch (DateTimeException notATime) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a valid time");
            }
        }
    }

    /** For code that needs the wire format outside a container. */
    public static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        new WireFormat().customize(mapper);
        return mapper;
    }
}

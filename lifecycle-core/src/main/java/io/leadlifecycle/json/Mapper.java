package io.leadlifecycle.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.rule.Proposal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The one mapper: records by their components, absent values left out, instants and durations in ISO-8601. */
final class Mapper {
    static final JsonMapper JSON = build();

    /** What comes in at the door: no value is taken for another type, and no field twice. */
    static final JsonMapper DOOR = JSON.rebuild()
            .addModule(new SimpleModule("door")
                    .addDeserializer(Instant.class, new InstantReader())
                    .addDeserializer(Stamp.class, new StampReader())
                    .addDeserializer(BigDecimal.class, new AmountReader()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // A tree with a number beyond long is refused with its field, not as a text that is no JSON.
            .disable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(config -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    config.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .build();

    private static final Map<Class<?>, ObjectWriter> WRITERS = Map.of(
            Change.class, JSON.writerFor(Change.class),
            Effect.class, JSON.writerFor(Effect.class),
            RuleRecord.class, JSON.writerFor(RuleRecord.class));

    private Mapper() {}

    static ObjectWriter writer(Class<?> type) {
        return Objects.requireNonNull(WRITERS.get(type));
    }

    private static JsonMapper build() {
        SimpleModule budgets = new SimpleModule("time budgets")
                .addSerializer(TimeBudget.class, new BudgetWriter())
                .addDeserializer(TimeBudget.class, new BudgetReader());
        return JsonMapper.builder()
                .annotationIntrospector(new RequiredComponents())
                .addModule(budgets)
                .addMixIn(Change.class, ChangeType.class)
                .addMixIn(Proposal.class, ProposalType.class)
                .addMixIn(Effect.class, EffectType.class)
                .registerSubtypes(subtypes(Change.class, Proposal.class, Effect.class))
                .changeDefaultPropertyInclusion(inclusion ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .changeDefaultVisibility(visibility -> visibility
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                // An amount of money is not to pass through a double.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private static NamedType[] subtypes(Class<?>... sealed) {
        List<NamedType> types = new ArrayList<>();
        for (Class<?> type : sealed) {
            addLeaves(type, types);
        }
        return types.toArray(new NamedType[0]);
    }

    private static void addLeaves(Class<?> type, List<NamedType> into) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            into.add(new NamedType(type, type.getSimpleName()));
            return;
        }
        for (Class<?> next : permitted) {
            addLeaves(next, into);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    private interface ChangeType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "proposal")
    private interface ProposalType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
    private interface EffectType {}

    private static final class BudgetWriter extends StdSerializer<TimeBudget> {
        BudgetWriter() {
            super(TimeBudget.class);
        }

        @Override
        public void serialize(TimeBudget value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toString());
        }
    }

    /** An instant is a text with an offset; a number would leave open of what. */
    private static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(parser.getString(), Instant::from);
                } catch (DateTimeException e) {
                    throw MismatchedInputException.from(parser, Instant.class, String.valueOf(e.getMessage()));
                }
            }
            throw MismatchedInputException.from(parser, Instant.class, "no text");
        }
    }

    /** An amount is a number, or a text of one, which many systems send so that no digit gets lost. */
    private static final class AmountReader extends StdDeserializer<BigDecimal> {
        private static final int MOST_DIGITS = 40;

        AmountReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
                try {
                    BigDecimal amount = new BigDecimal(parser.getString());
                    if (amount.precision() <= MOST_DIGITS && Math.abs(amount.scale()) <= MOST_DIGITS) {
                        return amount;
                    }
                } catch (NumberFormatException e) {
                    throw MismatchedInputException.from(parser, BigDecimal.class, String.valueOf(e.getMessage()));
                }
            }
            throw MismatchedInputException.from(parser, BigDecimal.class, "no amount");
        }
    }

    /** A stamp is an instant, or an object where more is known; what is not known of it follows from the rest. */
    private static final class StampReader extends StdDeserializer<Stamp> {
        StampReader() {
            super(Stamp.class);
        }

        private record Given(
                Instant first,
                @Nullable Instant latest,
                @Nullable Integer entries) {}

        @Override
        public Stamp deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return Stamp.at(context.readValue(parser, Instant.class));
            }
            Given given = context.readValue(parser, Given.class);
            if (isMissing(given.first())) {
                throw MismatchedInputException.from(parser, Stamp.class, "no first entry");
            }
            Instant latest = given.latest() == null ? given.first() : given.latest();
            int least = given.first().equals(latest) ? 1 : 2;
            return new Stamp(given.first(), latest, given.entries() == null ? least : given.entries());
        }

        private static boolean isMissing(@Nullable Instant first) {
            return first == null;
        }
    }

    private static final class BudgetReader extends StdDeserializer<TimeBudget> {
        BudgetReader() {
            super(TimeBudget.class);
        }

        @Override
        public TimeBudget deserialize(JsonParser parser, DeserializationContext context) {
            return TimeBudget.parse(parser.getString());
        }
    }
}

package io.leadlifecycle.json;

import io.leadlifecycle.event.FilledIn;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.text.Suggestion;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** What the JSON of one type of event must look like. Immutable. */
final class EventForm {
    private static final List<String> ALWAYS = List.of("id", "leadId", "at");

    private final String name;
    private final Constructor<? extends LeadEvent> constructor;
    private final List<Part> parts;
    private final List<String> names;

    private EventForm(Class<? extends LeadEvent> type, Constructor<? extends LeadEvent> constructor, List<Part> parts) {
        this.name = type.getSimpleName();
        this.constructor = constructor;
        this.parts = parts;
        this.names = parts.stream().map(Part::name).toList();
    }

    private record Part(
            String name,
            JavaType type,
            boolean required,
            @Nullable Object whenAbsent) {}

    static EventForm of(Class<? extends LeadEvent> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("The event " + type.getName() + " is no record.");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> given =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        if (!given.containsAll(ALWAYS) || given.contains("event")) {
            throw new IllegalArgumentException("The event " + type.getName() + " has the components " + given
                    + "; it needs " + ALWAYS + " and none called event.");
        }
        List<Part> parts = Arrays.stream(components).map(EventForm::part).toList();
        return new EventForm(type, canonical(type, components), parts);
    }

    private static Constructor<? extends LeadEvent> canonical(
            Class<? extends LeadEvent> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends LeadEvent> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The event " + type.getName() + " cannot be created.", e);
        }
    }

    private static Part part(RecordComponent component) {
        Class<?> type = component.getType();
        JavaType json = Mapper.DOOR.getTypeFactory().constructType(component.getGenericType());
        return new Part(component.getName(), json, isRequired(component), whenAbsent(type));
    }

    private static boolean isRequired(RecordComponent component) {
        if (ALWAYS.contains(component.getName())) {
            return true;
        }
        Class<?> type = component.getType();
        if (component.isAnnotationPresent(FilledIn.class) || type == boolean.class) {
            return false;
        }
        return type.isPrimitive() || (whenAbsent(type) == null && RequiredComponents.isNeverNull(component));
    }

    private static @Nullable Object whenAbsent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == double.class) {
            return 0.0;
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        return type == Map.class ? Map.of() : null;
    }

    LeadEvent read(JsonNode node, Complaint complaint) {
        for (String field : node.propertyNames()) {
            if (!field.equals("event") && !names.contains(field)) {
                throw complaint.about(
                        field, "a " + name + " has no such field; it has " + Suggestion.allowed(field, names));
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Part part : parts) {
            values.add(value(part, node.get(part.name()), complaint));
        }
        return create(values, complaint);
    }

    private @Nullable Object value(Part part, @Nullable JsonNode node, Complaint complaint) {
        if (node == null) {
            if (part.required()) {
                throw complaint.about(part.name(), "it is missing; a " + name + " needs " + required() + ".");
            }
            return part.whenAbsent();
        }
        if (node.isNull()) {
            if (part.required() || part.whenAbsent() != null) {
                throw complaint.about(part.name(), "it is null; a " + name + " needs a value there.");
            }
            return null;
        }
        if (ALWAYS.contains(part.name())
                && node.isString()
                && node.stringValue().isBlank()) {
            throw complaint.about(part.name(), "it is blank; a " + name + " needs " + required() + ".");
        }
        if (node.isObject() && isProfile(part.type())) {
            return profile(part.name(), node, complaint);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (node.get(i).isNull()) {
                throw complaint.about(part.name() + "[" + i + "]", "null is not allowed; a list has values only.");
            }
        }
        return convert(part, node, complaint);
    }

    private static boolean isProfile(JavaType type) {
        return type.isMapLikeType() && type.getContentType().hasRawClass(Object.class);
    }

    private static Map<String, @Nullable Object> profile(String name, JsonNode node, Complaint complaint) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            values.put(field.getKey(), plain(name + "." + field.getKey(), field.getValue(), complaint));
        }
        return values;
    }

    private static @Nullable Object plain(String field, JsonNode value, Complaint complaint) {
        if (value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isNumber()
                && !value.isIntegralNumber()
                && Double.isFinite(value.decimalValue().doubleValue())) {
            return value.decimalValue().doubleValue();
        }
        throw complaint.about(
                field, Complaint.kind(value) + " is not allowed; allowed are a text, a number, true, false and null.");
    }

    private List<String> required() {
        return parts.stream().filter(Part::required).map(Part::name).toList();
    }

    private static Object convert(Part part, JsonNode node, Complaint complaint) {
        try {
            return Mapper.DOOR.treeToValue(node, part.type());
        } catch (JacksonException e) {
            throw complaint.misfit(part.name(), node, e);
        }
    }

    private LeadEvent create(List<@Nullable Object> values, Complaint complaint) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            throw complaint.about("", "a " + name + " cannot be made of it: " + cause.getMessage() + ".");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The event " + name + " cannot be created.", e);
        }
    }
}

package io.leadlifecycle.json;

import io.leadlifecycle.rule.Proposal;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * A component of a record must be there when its type says that it is never null. Of a number that is missing, 0 does; and
 * what a rule proposed, and was refused for, may lack anything.
 */
final class RequiredComponents extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            Class<?> type = parameter.getDeclaringClass();
            RecordComponent[] components = type.getRecordComponents();
            if (components != null
                    && type.getPackage() != Proposal.class.getPackage()
                    && parameter.getOwner().getParameterCount() == components.length
                    && isNeverNull(components[parameter.getIndex()])) {
                return Boolean.TRUE;
            }
        }
        return super.hasRequiredMarker(config, member);
    }

    /** Whether a component is of a type that is said never to be null; primitive types are not. */
    static boolean isNeverNull(RecordComponent component) {
        return !component.getType().isPrimitive()
                && isNullMarked(component.getDeclaringRecord())
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullMarked(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (at.isAnnotationPresent(NullMarked.class) || at.isAnnotationPresent(NullUnmarked.class)) {
                return at.isAnnotationPresent(NullMarked.class);
            }
        }
        return type.getPackage().isAnnotationPresent(NullMarked.class)
                || type.getModule().isAnnotationPresent(NullMarked.class);
    }
}

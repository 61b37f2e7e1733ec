package io.leadlifecycle.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies the profile of an event: sorted, immutable, null values kept. */
final class PatchedProfile {
    private PatchedProfile() {}

    static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> profile) {
        return Collections.unmodifiableMap(new TreeMap<String, @Nullable Object>(profile));
    }
}

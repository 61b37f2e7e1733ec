package io.leadlifecycle.calendar;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who knows public holidays: beside this library, and where the thread looks. */
final class HolidaySources {

    private HolidaySources() {}

    static List<PublicHolidays> found() {
        Map<Class<?>, PublicHolidays> byType = new LinkedHashMap<>();
        for (ClassLoader loader : loaders()) {
            for (PublicHolidays source : ServiceLoader.load(PublicHolidays.class, loader)) {
                byType.putIfAbsent(source.getClass(), source);
            }
        }
        return byType.values().stream().filter(PublicHolidays::isReady).toList();
    }

    private static Set<ClassLoader> loaders() {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(PublicHolidays.class.getClassLoader());
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        if (ofThread != null && seesThisLibrary(ofThread)) {
            loaders.add(ofThread);
        }
        return loaders;
    }

    /** A server may have a copy of this library per application; what serves another copy does not serve this one. */
    private static boolean seesThisLibrary(ClassLoader loader) {
        return PublicHolidays.class.equals(loaded(loader));
    }

    private static @Nullable Class<?> loaded(ClassLoader loader) {
        try {
            return loader.loadClass(PublicHolidays.class.getName());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}

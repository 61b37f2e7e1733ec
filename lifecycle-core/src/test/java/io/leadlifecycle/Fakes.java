package io.leadlifecycle;

import io.leadlifecycle.store.LeadStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Stores that differ from real ones in one answer. */
final class Fakes {
    private Fakes() {}

    /** A store on a disk that is full while the switch is on. */
    static LeadStore breaking(LeadStore store, AtomicBoolean broken) {
        return like(LeadStore.class, (method, arguments) -> {
            if (method.getName().equals("append") && broken.get()) {
                throw new IllegalStateException("the disk is full");
            }
            return call(store, method, arguments);
        });
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T like(Class<T> type, Answer answer) {
        Object fake = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments == null ? new Object[0] : arguments));
        return type.cast(fake);
    }

    private static @Nullable Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

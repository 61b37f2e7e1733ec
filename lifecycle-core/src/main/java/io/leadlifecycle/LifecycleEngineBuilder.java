package io.leadlifecycle;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.text.Suggestion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link LifecycleEngine}. Not thread-safe. A setting given twice is refused.
 *
 * <ul>
 *   <li>store: a new {@link InMemoryLeadStore}
 *   <li>directory: the people of the rule book's lifecycle
 *   <li>recording clock: {@link InstantSource#system()}; it stamps when an entry was recorded and decides nothing
 *   <li>unknown leads: {@link UnknownLeads#REFUSE}
 *   <li>listeners: none
 * </ul>
 */
public final class LifecycleEngineBuilder {
    final RuleBook book;
    final List<LifecycleListener> listeners = new ArrayList<>();
    private @Nullable LeadStore store;
    private @Nullable Directory directory;
    private @Nullable InstantSource recordingClock;
    private @Nullable UnknownLeads unknownLeads;

    LifecycleEngineBuilder(RuleBook book) {
        this.book = book;
    }

    /**
     * Where leads and journals live.
     *
     * @param leadStore the store
     * @return this builder
     */
    public LifecycleEngineBuilder store(LeadStore leadStore) {
        requireUnset("store", store, leadStore);
        store = leadStore;
        return this;
    }

    /**
     * Who is there.
     *
     * @param people the directory
     * @return this builder
     */
    public LifecycleEngineBuilder directory(Directory people) {
        requireUnset("directory", directory, people);
        directory = people;
        return this;
    }

    /**
     * The clock that stamps when an entry was recorded. It decides nothing: time comes with the events.
     *
     * @param clock the clock
     * @return this builder
     */
    public LifecycleEngineBuilder recordingClock(InstantSource clock) {
        requireUnset("recording clock", recordingClock, clock);
        recordingClock = clock;
        return this;
    }

    /**
     * What becomes of an event of a lead that nobody created.
     *
     * @param policy the policy
     * @return this builder
     */
    public LifecycleEngineBuilder unknownLeads(UnknownLeads policy) {
        requireUnset("policy for unknown leads", unknownLeads, policy);
        unknownLeads = policy;
        return this;
    }

    /**
     * Adds a listener.
     *
     * @param listener hears what happened
     * @return this builder
     */
    public LifecycleEngineBuilder listener(LifecycleListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Builds the engine.
     *
     * @return the engine
     * @throws IllegalArgumentException if nobody is in the directory, or somebody works in an unknown calendar
     */
    public LifecycleEngine build() {
        Lifecycle lifecycle = book.lifecycle();
        Directory people = Optional.ofNullable(directory)
                .or(lifecycle::directory)
                .orElseThrow(() -> new IllegalArgumentException("The rule book \"" + lifecycle.name()
                        + "\" brings no people and no directory is given; at least the fallback person is needed."));
        people.names().stream()
                .flatMap(name -> people.person(name).stream())
                .forEach(person -> requireCalendar(lifecycle, person));
        return new LifecycleEngine(
                this,
                store == null ? new InMemoryLeadStore() : store,
                people,
                recordingClock == null ? InstantSource.system() : recordingClock,
                unknownLeads == null ? UnknownLeads.REFUSE : unknownLeads);
    }

    private static void requireCalendar(Lifecycle lifecycle, Person person) {
        String calendar = person.calendar();
        if (calendar != null && lifecycle.calendar(calendar).isEmpty()) {
            throw new IllegalArgumentException("The calendar \"" + calendar + "\" of " + person.name()
                    + " is not one of "
                    + Suggestion.allowed(calendar, lifecycle.calendars().keySet()));
        }
    }

    private static void requireUnset(String what, @Nullable Object known, Object other) {
        if (known != null) {
            throw new IllegalStateException("The " + what + " is given twice: " + known + " and " + other + ".");
        }
    }
}

package io.leadlifecycle.rules;

import io.leadlifecycle.definition.Advice;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rules.checking.BookCheck;
import io.leadlifecycle.rules.checking.CheckedBook;
import io.leadlifecycle.rules.loading.BookFiles;
import io.leadlifecycle.rules.loading.ClassPathSource;
import io.leadlifecycle.rules.loading.FolderSource;
import io.leadlifecycle.rules.loading.RuleCompiler;
import io.leadlifecycle.rules.words.EventTypes;
import io.leadlifecycle.text.Suggestion;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a rule book whose rules also match events of the host.
 *
 * <pre>{@code
 * DroolsRuleBook book = DroolsRuleBook.builder()
 *         .event(TrialStarted.class)
 *         .fromFolder(Path.of("rules"));
 * }</pre>
 *
 * <ul>
 *   <li>events: those of the core
 *   <li>class loader: that of the host event named last, else that of this library
 * </ul>
 *
 * <p>What is unusual about a lifecycle ({@link Lifecycle#advice()}) is logged while it is loaded.
 *
 * <p>Not thread-safe.
 */
public final class DroolsRuleBookBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(DroolsRuleBookBuilder.class);
    private static final String FOLDER = "io/leadlifecycle/rules/";

    private EventTypes events = EventTypes.ofCore();
    private ClassLoader classLoader = DroolsRuleBook.class.getClassLoader();

    DroolsRuleBookBuilder() {}

    /**
     * Lets rules match an event of the host by its simple name.
     *
     * @param type a public record
     * @return this builder
     * @throws IllegalArgumentException when rules could not read it, or its simple name is taken
     */
    public DroolsRuleBookBuilder event(Class<? extends LeadEvent> type) {
        events = events.with(type);
        classLoader = type.getClassLoader();
        return this;
    }

    /**
     * What sees the core, the events of the host and, from a class path, the files of the book.
     *
     * @param loader the class loader
     * @return this builder
     */
    public DroolsRuleBookBuilder classLoader(ClassLoader loader) {
        classLoader = loader;
        return this;
    }

    /**
     * Loads from a folder.
     *
     * @param folder the folder
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public DroolsRuleBook fromFolder(Path folder) {
        return load(BookFiles.from(new FolderSource(folder), events.names()));
    }

    /**
     * Loads from the class path.
     *
     * @param folder such as {@code io/leadlifecycle/rules/standard}
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public DroolsRuleBook fromClassPath(String folder) {
        return load(BookFiles.from(new ClassPathSource(folder, classLoader), events.names()));
    }

    /**
     * Loads a book that comes with this library.
     *
     * @param name one of {@link DroolsRuleBook#PRESETS}
     * @return the book
     * @throws IllegalArgumentException when there is no such preset
     */
    public DroolsRuleBook preset(String name) {
        if (!DroolsRuleBook.PRESETS.contains(name)) {
            throw new IllegalArgumentException("The preset \"" + name + "\" is unknown; allowed are "
                    + Suggestion.allowed(name, DroolsRuleBook.PRESETS));
        }
        ClassPathSource source = new ClassPathSource(FOLDER + name, DroolsRuleBook.class.getClassLoader());
        return load(BookFiles.from(source, events.names()));
    }

    /**
     * Makes a book of texts.
     *
     * @param lifecycle the lifecycle
     * @param drlByFileName the text of each rule file
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public DroolsRuleBook of(Lifecycle lifecycle, Map<String, String> drlByFileName) {
        return load(BookFiles.of(lifecycle, drlByFileName, events.names()));
    }

    private DroolsRuleBook load(BookFiles files) {
        CheckedBook checked = BookCheck.check(files.lifecycle(), events, files.drlByFile());
        files.lifecycle().advice().forEach(advice -> log(files.lifecycle().name(), advice));
        return new DroolsRuleBook(files, checked, RuleCompiler.compile(checked, events, classLoader));
    }

    private static void log(String book, Advice advice) {
        if (advice.level() == Advice.Level.WARNING) {
            LOG.warn("The lifecycle \"{}\": {}", book, advice.text());
        } else {
            LOG.info("The lifecycle \"{}\": {}", book, advice.text());
        }
    }
}

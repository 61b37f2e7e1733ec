package io.leadlifecycle.rules;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rules.checking.CheckedBook;
import io.leadlifecycle.rules.loading.BookFiles;
import io.leadlifecycle.rules.session.SessionPool;
import io.leadlifecycle.rules.text.Constraint;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.text.Hash;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/**
 * A rule book in DRL: one {@code lifecycle.yaml} and the rule files it names.
 *
 * <pre>{@code
 * try (DroolsRuleBook book = DroolsRuleBook.fromFolder(Path.of("rules"))) {
 *     book.rules().forEach(rule -> System.out.println(rule.name()));
 * }
 * }</pre>
 *
 * <p>A book is checked as it is loaded: every event, property, verb and quoted name, and that nothing else can be
 * called. It lives as a whole or is refused as a whole. Loaded books are independent of each other.
 *
 * <p>Loading takes a moment and may use daemon threads of the engine; deciding happens in the thread that asks.
 * Conditions give the same answer on their first use and ever after.
 *
 * <p>Immutable and thread-safe; {@link #close()} ends its sessions, after which it decides no more.
 */
public final class DroolsRuleBook implements RuleBook, AutoCloseable {
    /** The names of the books that come with this library, from the fewest stages to the most. */
    public static final List<String> PRESETS = List.of("simple", "standard", "advanced");

    private final Lifecycle lifecycle;
    private final String version;
    private final CheckedBook checked;
    private final List<RuleInfo> rules;
    private final SessionPool sessions;

    DroolsRuleBook(BookFiles files, CheckedBook checked, KieBase base) {
        this.lifecycle = files.lifecycle();
        this.version = versionOf(files);
        this.checked = checked;
        this.rules = checked.rules().stream().map(DroolsRuleBook::info).toList();
        this.sessions =
                new SessionPool(base, rules.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity())));
    }

    /**
     * Loads a book from a folder with a {@code lifecycle.yaml}; without a list {@code rules:} in it, every {@code .drl}
     * file of the folder belongs to the book.
     *
     * @param folder the folder
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public static DroolsRuleBook fromFolder(Path folder) {
        return builder().fromFolder(folder);
    }

    /**
     * Loads a book from the class path.
     *
     * @param folder such as {@code io/leadlifecycle/rules/standard}
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public static DroolsRuleBook fromClassPath(String folder) {
        return builder().fromClassPath(folder);
    }

    /**
     * The default book: seven stages on the way, MQL by fit and behaviour, acceptance within its SLA, recycling and
     * disqualification by reason.
     *
     * @return the book
     */
    public static DroolsRuleBook standard() {
        return preset("standard");
    }

    /**
     * A book that comes with this library. Stages on the way from first touch to won:
     *
     * <ul>
     *   <li>{@code simple}: 5, for a team that has no step between a qualified lead and a discovery
     *   <li>{@code standard}: 7, with an explicit acceptance and the work after it
     *   <li>{@code advanced}: 8, with a stage for a meeting that is set, scoring and segments
     * </ul>
     *
     * @param name one of {@link #PRESETS}
     * @return the book
     * @throws IllegalArgumentException when there is no such preset
     */
    public static DroolsRuleBook preset(String name) {
        return builder().preset(name);
    }

    /**
     * Loads a book that another class loader sees.
     *
     * @param folder the folder on its class path
     * @param classLoader the class loader
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public static DroolsRuleBook fromClassPath(String folder, ClassLoader classLoader) {
        return builder().classLoader(classLoader).fromClassPath(folder);
    }

    /**
     * A book of texts.
     *
     * @param lifecycle the lifecycle
     * @param drlByFileName the text of each rule file
     * @return the book
     * @throws RuleBookException with everything that is wrong with it
     */
    public static DroolsRuleBook of(Lifecycle lifecycle, Map<String, String> drlByFileName) {
        return builder().of(lifecycle, drlByFileName);
    }

    /**
     * To load a book with events of the host.
     *
     * @return a builder
     */
    public static DroolsRuleBookBuilder builder() {
        return new DroolsRuleBookBuilder();
    }

    private static RuleInfo info(RuleText rule) {
        return new RuleInfo(
                rule.id(),
                rule.name().text(),
                rule.file(),
                rule.name().line(),
                rule.says("owner"),
                rule.says("status"),
                rule.says("source"),
                rule.event().text(),
                rule.constraints().stream().map(Constraint::text).toList(),
                rule.statements().stream().map(Operand.Path::text).toList());
    }

    private static String versionOf(BookFiles files) {
        StringBuilder content = new StringBuilder(files.lifecycle().version());
        files.drlByFile()
                .forEach((file, text) -> content.append('\n')
                        .append(file.length())
                        .append(' ')
                        .append(file)
                        .append(' ')
                        .append(text.length())
                        .append(' ')
                        .append(text));
        return Hash.of(content.toString());
    }

    @Override
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public SortedSet<Integer> milestones(String clock) {
        return checked.milestones().getOrDefault(clock, Collections.unmodifiableSortedSet(new TreeSet<>()));
    }

    @Override
    public Set<String> timers() {
        return checked.timers();
    }

    /**
     * What the rules say about themselves.
     *
     * @return by file, then in order
     */
    public List<RuleInfo> rules() {
        return rules;
    }

    /**
     * {@inheritDoc}
     *
     * @throws RuleFailedException naming the rule, its place and the cause, if one fails
     * @throws IllegalStateException when the book is closed
     */
    @Override
    public void decide(LeadEvent event, RuleLead lead) {
        sessions.decide(event, lead);
    }

    /** Ends its sessions. Harmless when called again. */
    @Override
    public void close() {
        sessions.close();
    }

    @Override
    public String toString() {
        return "rule book " + lifecycle.name() + " " + version + " of " + rules.size() + " rules";
    }
}

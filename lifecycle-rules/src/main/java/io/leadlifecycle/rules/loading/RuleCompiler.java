package io.leadlifecycle.rules.loading;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.RuleBookException;
import io.leadlifecycle.rules.checking.CheckedBook;
import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.rules.words.EventTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.InternalKieBuilder;
import org.kie.internal.builder.conf.PropertySpecificOption;

/** Compiles checked rules. Every build is on its own and leaves nothing behind in the JVM. Thread-safe. */
public final class RuleCompiler {
    private static final String FOLDER = "src/main/resources/io/leadlifecycle/rules/book/";

    /**
     * Conditions are compiled before their first use. By default they are interpreted at first and compiled by a thread
     * of the engine after some twenty uses, and the two do not always agree on values that do not compare.
     */
    private static final String COMPILE_CONDITIONS_AT_ONCE = "0";

    private static final Pattern EXPRESSION =
            Pattern.compile("Unable to [Aa]naly[sz]e [Ee]xpression '?(.+?)'?(?::\\s|:$|$)", Pattern.MULTILINE);

    private static final AtomicLong BUILDS = new AtomicLong();

    private RuleCompiler() {}

    /**
     * Compiles a book.
     *
     * @param book its rules
     * @param events the events they match
     * @param classLoader what sees the core and the events
     * @return the compiled rules
     * @throws RuleBookException when the engine refuses what the check let through
     */
    public static KieBase compile(CheckedBook book, EventTypes events, ClassLoader classLoader) {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId("io.leadlifecycle.rules", "book", "build-" + BUILDS.incrementAndGet());
        try {
            build(services, id, book, events, classLoader);
            KieContainer container = services.newKieContainer(id, classLoader);
            KieBase base = container.newKieBase(settings(services, classLoader));
            container.dispose();
            return base;
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    /** Without a class loader of its own a base takes the thread's, which need not see the host's events. */
    @SuppressWarnings("deprecation")
    private static KieBaseConfiguration settings(KieServices services, ClassLoader classLoader) {
        Properties settings = new Properties();
        settings.setProperty("drools.jittingThreshold", COMPILE_CONDITIONS_AT_ONCE);
        return services.newKieBaseConfiguration(settings, classLoader);
    }

    private static void build(
            KieServices services, ReleaseId id, CheckedBook book, EventTypes events, ClassLoader classLoader) {
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        List<String> names = List.copyOf(book.rulesByFile().keySet());
        for (int i = 0; i < names.size(); i++) {
            files.write(FOLDER + i + ".drl", EngineText.of(rules(book, names.get(i)), events));
        }
        InternalKieBuilder builder = (InternalKieBuilder) services.newKieBuilder(files, classLoader);
        // A fact is seen once and never modified; without this the engine warns of every condition on the lead.
        builder.withKModuleModel(services.newKieModuleModel()
                .setConfigurationProperty(
                        PropertySpecificOption.PROPERTY_NAME, PropertySpecificOption.DISABLED.toString()));
        builder.buildAll();
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            // Of several complaints about one rule the first says it; the others follow from it.
            SortedMap<String, Problem> firstByPlace = new TreeMap<>();
            for (Message error : errors) {
                Problem problem = problem(error, names, book);
                firstByPlace.putIfAbsent(problem.file() + ":" + problem.line(), problem);
            }
            throw new RuleBookException(firstByPlace.values());
        }
    }

    private static List<RuleText> rules(CheckedBook book, String file) {
        return book.rulesByFile().getOrDefault(file, List.of());
    }

    private static Problem problem(Message error, List<String> names, CheckedBook book) {
        Optional<String> file = file(error, names);
        if (file.isEmpty()) {
            return Problem.in("the book", "The rules cannot be compiled together.");
        }
        return ruleAt(error.getLine(), rules(book, file.get()), error.getText())
                .map(rule -> new Problem(
                        file.get(),
                        rule.name().line(),
                        rule.name().column(),
                        "The rule \"" + rule.name().text() + "\" cannot be compiled: "
                                + firstSentence(error.getText())))
                .orElseGet(
                        () -> Problem.in(file.get(), "The file cannot be compiled: " + firstSentence(error.getText())));
    }

    private static Optional<String> file(Message error, List<String> names) {
        String path = String.valueOf(error.getPath());
        String number = path.substring(path.lastIndexOf('/') + 1).replace(".drl", "");
        return number.matches("\\d+") ? Optional.of(names.get(Integer.parseInt(number))) : Optional.empty();
    }

    private static Optional<RuleText> ruleAt(int line, List<RuleText> rules, String text) {
        return rules.stream()
                .filter(rule -> text.contains("\"" + rule.id() + "\"") || text.contains("'" + rule.id() + "'"))
                .findFirst()
                .or(() -> rules.stream()
                        .filter(rule -> rule.name().line() <= line)
                        .max(Comparator.comparingInt(rule -> rule.name().line())))
                .or(() -> rules.stream().filter(rule -> quotes(text, rule)).findFirst());
    }

    /** Some complaints have no line, only the condition. */
    private static boolean quotes(String text, RuleText rule) {
        return rule.constraints().stream().anyMatch(constraint -> text.contains(constraint.text()));
    }

    private static String firstSentence(String text) {
        Matcher expression = EXPRESSION.matcher(text);
        if (expression.find()) {
            return "\"" + expression.group(1).strip() + "\" cannot be understood.";
        }
        String line = text.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }
}

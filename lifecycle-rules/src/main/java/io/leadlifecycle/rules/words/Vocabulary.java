package io.leadlifecycle.rules.words;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.LeadView;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleWords;
import io.leadlifecycle.rules.text.Operand;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of rules, taken from the types they stand for: nothing that is not listed here can be called. */
public final class Vocabulary {
    /** What the rule book itself calls, not a rule. */
    private static final Set<String> OF_THE_BOOK = Set.of("see", "firing", "fired", "underRule", "proposed");

    private static final Set<String> OF_OBJECTS = Set.of("equals", "hashCode", "toString", "by");

    private static final List<Word> READ = wordsOf(LeadView.class);
    private static final List<Word> PROPOSE = wordsOf(RuleLead.class).stream()
            .filter(word -> !OF_THE_BOOK.contains(word.name()))
            .toList();
    private static final List<Word> FUNCTIONS = Arrays.stream(RuleWords.class.getMethods())
            .filter(method -> method.getDeclaringClass() == RuleWords.class)
            .sorted(Comparator.comparing(Method::getName))
            .map(method -> new Word(method.getName(), method, false))
            .toList();

    private Vocabulary() {}

    /**
     * What {@code lead} shows.
     *
     * @return the words, sorted
     */
    public static List<Word> readOnLead() {
        return READ;
    }

    /**
     * What a rule proposes.
     *
     * @return the verbs, sorted
     */
    public static List<Word> proposedOnLead() {
        return PROPOSE;
    }

    /**
     * What a rule calls without {@code lead}.
     *
     * @return the words, sorted
     */
    public static List<Word> functions() {
        return FUNCTIONS;
    }

    /**
     * What an event shows.
     *
     * @param event its type
     * @return the words, sorted
     */
    public static List<Word> of(Class<? extends LeadEvent> event) {
        List<Word> words = new ArrayList<>();
        for (Method method : event.getMethods()) {
            boolean listed = method.getDeclaringClass() != Object.class
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()
                    && !OF_OBJECTS.contains(method.getName())
                    && !LeadEvent.class.isAssignableFrom(method.getReturnType());
            if (listed && words.stream().noneMatch(word -> same(word.method(), method))) {
                words.add(new Word(method.getName(), method, method.getParameterCount() == 0));
            }
        }
        return sorted(words);
    }

    private static boolean same(Method one, Method other) {
        return one.getName().equals(other.getName()) && one.getParameterCount() == other.getParameterCount();
    }

    /**
     * What can be read on or said after a value.
     *
     * @param type the type of the value
     * @return nothing for texts, numbers and the like
     */
    public static List<Word> after(Class<?> type) {
        boolean ofRules = type.getPackage() == LeadView.class.getPackage() && !type.isRecord();
        return ofRules ? wordsOf(type) : List.of();
    }

    /**
     * How Java reads a property of {@code lead}, or of what it shows.
     *
     * @param path the names from {@code lead} on
     * @return the same names as Java writes them
     */
    public static List<String> inJava(List<Operand.Step> path) {
        List<String> names = new ArrayList<>();
        List<Word> words = List.of();
        for (Operand.Step step : path) {
            Optional<Word> word = words.stream()
                    .filter(known -> known.fits(step.name().text(), step.arguments()))
                    .findFirst();
            names.add(word.map(known -> known.method().getName())
                    .orElse(step.name().text()));
            words = names.size() == 1
                    ? onLead()
                    : word.map(known -> after(known.type())).orElse(List.of());
        }
        return names;
    }

    /**
     * What a rule may write after {@code lead} on its right side.
     *
     * @return what it reads and what it proposes
     */
    public static List<Word> onLead() {
        return Stream.concat(READ.stream(), PROPOSE.stream()).toList();
    }

    private static List<Word> wordsOf(Class<?> type) {
        List<Word> words = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                words.add(wordFor(method));
            }
        }
        return sorted(words);
    }

    private static List<Word> sorted(List<Word> words) {
        return words.stream()
                .sorted(Comparator.comparing(Word::name).thenComparing(Word::argumentCount))
                .toList();
    }

    private static Word wordFor(Method method) {
        String name = method.getName();
        int prefix = name.startsWith("get") ? 3 : 2;
        boolean getter = method.getParameterCount() == 0
                && (name.startsWith("get") || name.startsWith("is"))
                && name.length() > prefix
                && Character.isUpperCase(name.charAt(prefix));
        String word = getter
                ? name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1)
                : name;
        return new Word(word, method, getter);
    }
}

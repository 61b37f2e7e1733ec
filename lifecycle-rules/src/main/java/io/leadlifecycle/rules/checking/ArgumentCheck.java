package io.leadlifecycle.rules.checking;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.rule.LeadView;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.Token;
import io.leadlifecycle.rules.words.NameKind;
import io.leadlifecycle.rules.words.NamedPlaces;
import io.leadlifecycle.rules.words.Names;
import io.leadlifecycle.rules.words.Sort;
import io.leadlifecycle.rules.words.Word;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what stands in the parentheses of a word: its sort, and the name if it is one. */
final class ArgumentCheck {
    private static final Set<String> MANY = Set.of("team", "role");
    private static final int MOST_TIMES = 1_000;
    private static final Set<String> DRAWN = Set.of("roundRobin", "territory", "colleague");

    private final Reading reading;
    private final Names names;
    private final Complaints complaints;

    ArgumentCheck(Reading reading, Names names, Complaints complaints) {
        this.reading = reading;
        this.names = names;
        this.complaints = complaints;
    }

    boolean check(Word word, Operand.Step step) {
        List<Operand> given = step.given();
        boolean fine = true;
        for (int place = 0; place < given.size(); place++) {
            fine &= check(word, place, given.get(place));
        }
        return fine && isPossible(word, step.name(), given);
    }

    private boolean check(Word word, int place, Operand given) {
        Class<?> wanted = word.method().getParameterTypes()[place];
        NameKind kind = NamedPlaces.ofArgument(word.key(), place);
        if (given instanceof Operand.Literal literal) {
            return isLiteral(word, wanted, literal) && isName(kind, literal);
        }
        if (kind.isAlwaysLiteral()) {
            complaints.at(
                    given.at(), "The name of a " + kind.words() + " stands in quotes, not as " + given.text() + ".");
            return false;
        }
        if (given instanceof Operand.Joined joined) {
            return isJoined(word, wanted, kind, joined);
        }
        if (wanted == Recipient.class && !isMeant(word, (Operand.Path) given)) {
            return false;
        }
        return reading.follow((Operand.Path) given)
                .map(value -> fits(wanted, value.type()) || refuse(word, wanted, given.at(), given.text()))
                .orElse(false);
    }

    /** Many persons cannot own a lead, and whose turn it is in a pool is nobody yet who could be told. */
    private boolean isMeant(Word word, Operand.Path given) {
        String who = given.steps().get(0).name().text();
        boolean owns = word.name().equals("assignTo") || word.name().equals("or");
        if (owns && MANY.contains(who)) {
            complaints.at(
                    given.at(),
                    "\"" + given.text() + "\" is many people, and a lead has one owner. Maybe" + " roundRobin(...)?");
            return false;
        }
        if (!owns && DRAWN.contains(who)) {
            complaints.at(
                    given.at(),
                    "\"" + given.text() + "\" is drawn when a lead is assigned; nobody is told by it."
                            + " Maybe team(...)?");
            return false;
        }
        return true;
    }

    private boolean isLiteral(Word word, Class<?> wanted, Operand.Literal literal) {
        boolean fits = switch (literal.sort()) {
            case TEXT -> wanted == String.class;
            case WHOLE -> wanted == int.class || wanted == long.class || wanted == double.class;
            case DECIMAL -> wanted == double.class;
            case TRUTH -> wanted == boolean.class;
            case NULL -> false;
        };
        return fits || refuse(word, wanted, literal.at(), literal.text());
    }

    private boolean isName(NameKind kind, Operand.Literal literal) {
        Optional<String> problem = names.problemOfArgument(kind, literal.value());
        problem.ifPresent(text -> complaints.at(literal.at(), text));
        return problem.isEmpty();
    }

    private boolean isJoined(Word word, Class<?> wanted, NameKind kind, Operand.Joined joined) {
        if (wanted != String.class || kind != NameKind.FREE) {
            return refuse(word, wanted, joined.at(), joined.text());
        }
        boolean fine = true;
        for (Operand part : joined.parts()) {
            fine &= !(part instanceof Operand.Path path) || reading.follow(path).isPresent();
        }
        return fine;
    }

    private boolean refuse(Word word, Class<?> wanted, Token place, String given) {
        complaints.at(place, "\"" + word.name() + "\" takes " + words(wanted) + " here, not " + given + ".");
        return false;
    }

    private static String words(Class<?> wanted) {
        if (wanted == TimeBudget.class) {
            return "an amount of time such as businessHours(4)";
        }
        if (wanted == Recipient.class) {
            return "whom you mean, such as owner()";
        }
        return wanted == Instant.class
                ? "an instant such as lead.signal"
                : Sort.of(wanted).words();
    }

    private static boolean fits(Class<?> wanted, Class<?> given) {
        boolean whole = given == int.class || given == Integer.class || given == long.class || given == Long.class;
        if (wanted == long.class) {
            return whole;
        }
        return wanted.isAssignableFrom(given) || (wanted == int.class && given == Integer.class);
    }

    /** An amount of time that cannot be is found now, not when a lead comes. */
    private boolean isPossible(Word word, Token place, List<Operand> given) {
        boolean amount = word.type() == TimeBudget.class && given.size() == 1;
        if (!amount || !(given.get(0) instanceof Operand.Literal literal)) {
            return true;
        }
        if (word.method().getDeclaringClass() == LeadView.class) {
            return isFactor(word, literal);
        }
        try {
            word.method().invoke(null, Long.parseLong(literal.value()));
            return true;
        } catch (InvocationTargetException e) {
            complaints.at(
                    place,
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a public function of the core", e);
        }
    }

    /** How often a time of the stage is taken; what that gives differs from stage to stage. */
    private boolean isFactor(Word word, Operand.Literal literal) {
        long factor = Long.parseLong(literal.value());
        boolean fine = factor >= 1 && factor <= MOST_TIMES;
        if (!fine) {
            complaints.at(
                    literal.at(), "\"" + word.name() + "\" takes 1 to " + MOST_TIMES + " times, not " + factor + ".");
        }
        return fine;
    }
}

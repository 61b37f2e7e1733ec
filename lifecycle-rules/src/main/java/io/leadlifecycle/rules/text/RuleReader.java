package io.leadlifecycle.rules.text;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the rules of a file. It knows nothing but what a rule may say, so that nothing else can reach the rule engine;
 * a rule that cannot be read is a problem, and reading goes on with the next.
 */
public final class RuleReader {
    private static final Set<String> SUPPLIED = Set.of("package", "import", "global", "dialect", "unit");
    private static final Set<String> OTHER_PARTS = Set.of("function", "declare", "query");
    private static final Set<String> JOINING =
            Set.of("eval", "from", "not", "exists", "accumulate", "acc", "or", "and", "forall", "collect", "over");
    private static final Set<String> STEERING =
            Set.of("if", "else", "for", "while", "do", "switch", "try", "return", "throw", "break", "continue");
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no",
            "agenda",
            "lock",
            "ruleflow",
            "activation",
            "duration",
            "timer",
            "enabled",
            "dialect",
            "auto",
            "calendars",
            "date",
            "extends");

    private final String file;
    private final TokenCursor cursor;
    private final Consumer<Problem> problems;
    private final List<RuleText> rules = new ArrayList<>();

    private RuleReader(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.cursor = new TokenCursor(Tokens.of(file, text, problems));
    }

    /**
     * Reads a file.
     *
     * @param file its name
     * @param text its text
     * @param problems takes what is wrong
     * @return the rules that could be read, in order
     */
    public static List<RuleText> read(String file, String text, Consumer<Problem> problems) {
        RuleReader reader = new RuleReader(file, text, problems);
        while (!reader.cursor.atEnd()) {
            reader.readNext();
        }
        return reader.rules;
    }

    private void readNext() {
        try {
            if (!cursor.atRule()) {
                throw new SyntaxException(cursor.peek(), outsideRule(cursor.peek()));
            }
            rules.add(rule());
        } catch (SyntaxException e) {
            problems.accept(new Problem(file, e.at().line(), e.at().column(), e.text()));
            cursor.skipToRule();
        }
    }

    private static String outsideRule(Token token) {
        if (SUPPLIED.contains(token.text())) {
            return "A rule file holds rules and comments only; \"" + token.text()
                    + "\" is supplied when the file is loaded. Maybe the line can go?";
        }
        if (OTHER_PARTS.contains(token.text())) {
            return "A rule file holds rules and comments only; \"" + token.text() + "\" is not allowed.";
        }
        return "A rule or a comment is expected here, not " + token.shown() + "."
                + Suggestion.inline(token.text(), List.of("rule"));
    }

    private RuleText rule() {
        Token keyword = cursor.next();
        Token name = cursor.next();
        if (!name.isText()) {
            throw new SyntaxException(
                    name, "The name of a rule stands in double quotes. Maybe \"" + name.text() + "\"?");
        }
        List<RuleText.Annotation> annotations = annotations();
        requireWhen(keyword, name);
        Token event = event(name);
        cursor.expect("(", "After the event " + event.text());
        List<Constraint> constraints = new ConditionReader(cursor).constraints();
        requireThen(event);
        return new RuleText(file, name, annotations, event, constraints, statements(name));
    }

    private List<RuleText.Annotation> annotations() {
        List<RuleText.Annotation> annotations = new ArrayList<>();
        while (cursor.skip("@")) {
            Token name = cursor.next();
            cursor.expect("(", "After the annotation @" + name.text());
            Token value = cursor.next();
            if (!value.isText()) {
                throw new SyntaxException(
                        value,
                        "The annotation @" + name.text() + " takes a text in double quotes, not " + value.shown()
                                + ".");
            }
            cursor.expect(")", "After the text of the annotation @" + name.text());
            annotations.add(new RuleText.Annotation(name, value.text()));
        }
        return annotations;
    }

    private void requireWhen(Token keyword, Token name) {
        Token token = cursor.peek();
        if (ATTRIBUTES.contains(token.text())) {
            throw new SyntaxException(
                    token,
                    "The rule \"" + name.text() + "\" has the attribute \"" + attribute()
                            + "\"; a rule has none, since the core decides which proposal wins.");
        }
        if (token.kind() == Token.Kind.END || cursor.atRule()) {
            throw new SyntaxException(keyword, "The rule \"" + name.text() + "\" has no \"when\".");
        }
        cursor.expect("when", "After the name and annotations of the rule \"" + name.text() + "\"");
    }

    private String attribute() {
        StringBuilder text = new StringBuilder(cursor.next().text());
        while (cursor.skip("-")) {
            text.append('-').append(cursor.next().text());
        }
        return text.toString();
    }

    private Token event(Token name) {
        Token token = cursor.next();
        if (token.is("then")) {
            throw new SyntaxException(
                    token, "The rule \"" + name.text() + "\" has no event between \"when\" and \"then\".");
        }
        if (JOINING.contains(token.text()) || token.is("(")) {
            throw new SyntaxException(token, onePattern(token));
        }
        if (!token.isWord()) {
            throw new SyntaxException(token, "The type of an event is expected here, not " + token.shown() + ".");
        }
        if (cursor.peek().is(":")) {
            throw new SyntaxException(
                    token, "An event gets no name; a property of it may, as in SalesRejected( $r : reason ).");
        }
        return token;
    }

    private void requireThen(Token event) {
        Token token = cursor.peek();
        if (token.isWord() && !token.is("then") && !token.is("end") && !cursor.atRule()) {
            throw new SyntaxException(token, onePattern(token));
        }
        cursor.expect("then", "After the pattern " + event.text() + "( ... )");
    }

    private static String onePattern(Token token) {
        return "A rule matches exactly one event and reads everything else on lead; \"" + token.text()
                + "\" has no place between \"when\" and \"then\".";
    }

    private List<Operand.Path> statements(Token name) {
        List<Operand.Path> statements = new ArrayList<>();
        while (!cursor.skip("end")) {
            Token token = cursor.peek();
            if (cursor.atEnd() || cursor.atRule()) {
                throw new SyntaxException(name, "The rule \"" + name.text() + "\" has no \"end\".");
            }
            if (!token.is("lead")) {
                throw new SyntaxException(token, notOnLead(token));
            }
            statements.add(new OperandReader(cursor).path());
            cursor.expect(";", "After a statement");
        }
        return statements;
    }

    private static String notOnLead(Token token) {
        if (STEERING.contains(token.text())) {
            return "A rule has no \"" + token.text() + "\" after \"then\": a second case is a second rule.";
        }
        return "A statement after \"then\" begins with \"lead.\", not with " + token.shown()
                + ": a rule proposes on lead and does nothing else.";
    }
}

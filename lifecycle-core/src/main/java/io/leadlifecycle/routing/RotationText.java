package io.leadlifecycle.routing;

import io.leadlifecycle.routing.Turn.Count;
import io.leadlifecycle.text.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rotation as text: a line for the pool and one for everybody who drew, sorted by name. */
final class RotationText {
    private static final String NUMBER = "(0|[1-9]\\d{0,17})";
    private static final Pattern DRAWS = Pattern.compile("draws " + NUMBER);
    private static final Pattern TURN = Pattern.compile(
            "pass " + NUMBER + " draw " + NUMBER + " day (\\S+) " + NUMBER + " week (\\S+) " + NUMBER + " person (.+)",
            Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
    private static final Pattern LINE_BREAK = Pattern.compile("\n");

    private final String pool;
    private final List<String> lines;

    private RotationText(String pool, String state) {
        this.pool = pool;
        lines = LINE_BREAK.splitAsStream(state).toList();
    }

    static String write(long draws, SortedMap<String, Turn> turns) {
        StringBuilder text = new StringBuilder("draws ").append(draws);
        turns.forEach((person, turn) -> text.append("\npass ")
                .append(turn.pass())
                .append(" draw ")
                .append(turn.draw())
                .append(" day ")
                .append(text(turn.day()))
                .append(" week ")
                .append(text(turn.week()))
                .append(" person ")
                .append(person.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")));
        return text.toString();
    }

    private static String text(Count count) {
        return count.since() + " " + count.leads();
    }

    static Rotation read(String pool, String state) {
        Rotation rotation = new RotationText(pool, state).read();
        if (!rotation.write().equals(state)) {
            throw new IllegalArgumentException("The state of the pool \"" + pool + "\" is not written as it would be: "
                    + "\"" + Excerpt.of(state) + "\"; allowed is the text of a rotation, unchanged.");
        }
        return rotation;
    }

    private Rotation read() {
        Matcher first = DRAWS.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!first.matches()) {
            throw refuse(0, "allowed is the number of draws, such as \"draws 12\"");
        }
        long draws = Long.parseLong(first.group(1));
        SortedMap<String, Turn> turns = new TreeMap<>();
        Set<Long> numbers = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            Map.Entry<String, Turn> turn = turn(i);
            long number = turn.getValue().draw();
            if (number > draws || !numbers.add(number)) {
                throw refuse(i, "allowed is a draw of 1 to " + draws + " that nobody else has");
            }
            if (turns.put(turn.getKey(), turn.getValue()) != null) {
                throw refuse(i, "allowed is one line for each person");
            }
        }
        return new Rotation(pool, draws, turns);
    }

    private Map.Entry<String, Turn> turn(int line) {
        Matcher match = TURN.matcher(lines.get(line));
        if (!match.matches()) {
            throw refuse(
                    line,
                    "allowed is \"pass 0 draw 1 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1"
                            + " person ana\"");
        }
        long pass = Long.parseLong(match.group(1));
        if (pass > Turn.WHOLE) {
            throw refuse(line, "allowed is a pass of 0 to " + Turn.WHOLE);
        }
        Count day = count(line, match.group(3), match.group(4));
        Count week = count(line, match.group(5), match.group(6));
        long draw = positive(line, match.group(2));
        String person = ESCAPED.matcher(match.group(7)).replaceAll(found -> unescaped(found.group(1)));
        return Map.entry(person, new Turn(pass, draw, day, week));
    }

    private static String unescaped(String sign) {
        return switch (sign) {
            case "n" -> "\n";
            case "r" -> "\r";
            default -> Matcher.quoteReplacement(sign);
        };
    }

    private Count count(int line, String since, String leads) {
        try {
            return new Count(Instant.parse(since), positive(line, leads));
        } catch (DateTimeException e) {
            throw refuse(line, "allowed are instants such as 2026-03-02T09:00:00Z");
        }
    }

    private long positive(int line, String number) {
        long value = Long.parseLong(number);
        if (value == 0) {
            throw refuse(line, "allowed are draws from 1");
        }
        return value;
    }

    private IllegalArgumentException refuse(int line, String allowed) {
        String text = line < lines.size() ? lines.get(line) : "";
        return new IllegalArgumentException("Line " + (line + 1) + " of the state of the pool \"" + pool + "\" is \""
                + Excerpt.of(text) + "\"; " + allowed + ". Maybe the state of something else?");
    }
}

package io.leadlifecycle.rules;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A rule book is refused as a whole; the message prints every problem, sorted by place, one below the other. */
public final class RuleBookException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    /**
     * A refused book.
     *
     * @param problems what is wrong with it, at least one
     */
    public RuleBookException(Collection<Problem> problems) {
        super(text(problems));
        this.problems = sorted(problems);
    }

    /**
     * What is wrong.
     *
     * @return every problem, by place
     */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream().sorted().distinct().toList();
    }

    private static String text(Collection<Problem> problems) {
        List<Problem> sorted = sorted(problems);
        String count = sorted.size() == 1 ? "1 problem" : sorted.size() + " problems";
        return "The rule book is refused, " + count + ":"
                + sorted.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
    }
}

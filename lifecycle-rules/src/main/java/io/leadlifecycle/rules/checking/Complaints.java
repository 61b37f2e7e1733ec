package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.text.Token;
import java.util.Collection;

/** Collects what is wrong with one file. */
final class Complaints {
    private final String file;
    private final Collection<Problem> problems;

    Complaints(String file, Collection<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    void at(Token place, String message) {
        problems.add(new Problem(file, place.line(), place.column(), message));
    }
}

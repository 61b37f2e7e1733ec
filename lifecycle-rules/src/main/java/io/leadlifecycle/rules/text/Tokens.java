package io.leadlifecycle.rules.text;

import io.leadlifecycle.rules.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Splits a rule file into tokens; comments and white space fall away. */
final class Tokens {
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String CURLY_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb";

    private final String file;
    private final String text;
    private final Consumer<Problem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Tokens(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    static List<Token> of(String file, String text, Consumer<Problem> problems) {
        Tokens reading = new Tokens(file, text, problems);
        while (reading.at < text.length()) {
            reading.readNext();
        }
        reading.add(Token.Kind.END, "", reading.at);
        return reading.tokens;
    }

    private void readNext() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            newLine();
        } else if (Character.isWhitespace(c) || c == '\uFEFF') {
            at++;
        } else if (text.startsWith("//", at)) {
            at = endOfLine();
        } else if (text.startsWith("/*", at)) {
            skipComment();
        } else if (c == '"') {
            readText();
        } else if (Character.isJavaIdentifierStart(c)) {
            readWord();
        } else if (isDigit(c)) {
            readNumber();
        } else {
            readSign(c);
        }
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void skipComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problem("A comment begins with \"/*\" and does not end. Maybe \"*/\" is missing?");
            end = text.length();
        }
        int until = Math.min(text.length(), end + 2);
        while (at < until) {
            if (text.charAt(at++) == '\n') {
                newLine();
            }
        }
    }

    private void readText() {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\n') {
                break;
            }
            content.append(c == '\\' ? escaped() : c);
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            problems.accept(new Problem(
                    file, line, start - lineStart + 1, "A text begins with a quote and does not end on its line."));
        } else {
            at++;
        }
        add(Token.Kind.TEXT, content.toString(), start);
    }

    private char escaped() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (next == '"' || next == '\\') {
            at++;
            return next;
        }
        problem("A backslash in a text stands before a quote or another backslash only. Maybe \"\\\\\"?");
        return '\\';
    }

    private void readWord() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        add(Token.Kind.WORD, text.substring(start, at), start);
    }

    private void readNumber() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        add(Token.Kind.NUMBER, text.substring(start, at), start);
        if (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            problem("A number has digits and at most one point; \"" + text.charAt(at) + "\" follows it directly.");
        }
    }

    private void readSign(char c) {
        if (CURLY_QUOTES.indexOf(c) >= 0 || c == '\'') {
            problem("A text stands in straight double quotes, not in " + c + ". Maybe \"?");
        }
        String sign = LONG_SIGNS.stream()
                .filter(known -> text.startsWith(known, at))
                .findFirst()
                .orElse(String.valueOf(c));
        add(Token.Kind.SIGN, sign, at);
        at += sign.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(Token.Kind kind, String content, int start) {
        tokens.add(new Token(kind, content, line, start - lineStart + 1));
    }

    private void problem(String message) {
        problems.accept(new Problem(file, line, at - lineStart + 1, message));
    }
}

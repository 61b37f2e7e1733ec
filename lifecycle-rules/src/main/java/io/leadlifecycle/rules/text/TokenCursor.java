package io.leadlifecycle.rules.text;

import java.util.List;

/** A place in a row of tokens that only moves forward. */
final class TokenCursor {
    private final List<Token> tokens;
    private int at;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    Token next() {
        Token token = peek();
        if (!atEnd()) {
            at++;
        }
        return token;
    }

    boolean skip(String wordOrSign) {
        boolean found = peek().is(wordOrSign);
        if (found) {
            at++;
        }
        return found;
    }

    Token expect(String wordOrSign, String where) {
        if (!peek().is(wordOrSign)) {
            throw new SyntaxException(
                    peek(), where + " \"" + wordOrSign + "\" is expected, not " + peek().shown() + ".");
        }
        return next();
    }

    /** A rule begins here: no text inside a rule looks so. */
    boolean atRule() {
        return peek().is("rule") && (peekSecond().isText() || peekSecond().isWord());
    }

    void skipToRule() {
        while (!atEnd() && !atRule()) {
            at++;
        }
    }
}

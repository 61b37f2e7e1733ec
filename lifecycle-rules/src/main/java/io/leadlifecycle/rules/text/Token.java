package io.leadlifecycle.rules.text;

/**
 * One word, sign, number or quoted text of a rule file.
 *
 * @param kind what it is
 * @param text its characters; of a quoted text what stands between the quotes, escapes resolved
 * @param line its line, from 1
 * @param column its column, from 1
 */
public record Token(Kind kind, String text, int line, int column) {
    /** What a token is. */
    public enum Kind {
        /** A name or keyword. */
        WORD,
        /** A text in double quotes. */
        TEXT,
        /** A number without a sign. */
        NUMBER,
        /** A sign such as {@code >=}. */
        SIGN,
        /** The end of the file. */
        END
    }

    boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** How a message shows it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case TEXT -> "the text \"" + text + "\"";
            default -> "\"" + text + "\"";
        };
    }
}

package io.leadlifecycle.examples.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time. A line that is too long or no UTF-8 costs neither memory nor the next line. */
final class Lines {
    /** An event is far shorter; what is longer is rejected. */
    static final int LONGEST = 1_000_000;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int until;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param text without its line break; empty when there is a fault
     * @param fault why it cannot be read, null when it can
     */
    record Line(long number, String text, @Nullable String fault) {}

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        long length = 0;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = lineBreak();
            if (length + end - from <= LONGEST) {
                bytes.write(buffer, from, end - from);
            }
            length += end - from;
            boolean ended = end < until;
            from = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        return any ? line(bytes.toByteArray(), length) : null;
    }

    private boolean fill() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(buffer));
        }
        return from < until;
    }

    private int lineBreak() {
        int at = from;
        while (at < until && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private Line line(byte[] bytes, long length) {
        number++;
        if (length > LONGEST) {
            return new Line(number, "", "the line has " + length + " bytes; allowed are " + LONGEST + ".");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, "", "the line is not UTF-8.");
        }
    }
}

package io.leadlifecycle.examples.replay;

import io.leadlifecycle.examples.replay.Lines.Line;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The lines that had no effect, each with its number and the reason. The file exists only when there is one. */
final class Rejects implements Closeable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 10_000;

    private final Path file;
    private @Nullable Writer writer;
    private long count;

    Rejects(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    private record Reject(long line, String reason, String text) {}

    void add(Line line, String reason) throws IOException {
        if (writer == null) {
            writer = Files.newBufferedWriter(file);
        }
        String text = line.text().length() > SHOWN ? line.text().substring(0, SHOWN) + "..." : line.text();
        writer.write(JSON.writeValueAsString(new Reject(line.number(), reason, text)));
        writer.write('\n');
        count++;
    }

    long count() {
        return count;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}

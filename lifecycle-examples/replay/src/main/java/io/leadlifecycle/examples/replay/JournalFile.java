package io.leadlifecycle.examples.replay;

import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes journal entries, one line each, in the order they are given. Writing an entry takes as long as deciding it, so
 * a thread of its own does it; it may lag behind by {@link #LAG} entries.
 */
final class JournalFile implements Closeable {
    private static final int LAG = 4_096;

    private final Path file;
    private final BlockingQueue<Optional<JournalEntry>> queue = new ArrayBlockingQueue<>(LAG);
    private final Thread writing;
    private volatile @Nullable IOException failure;

    JournalFile(Path file) throws IOException {
        this.file = file;
        Writer writer = Files.newBufferedWriter(file);
        writing = new Thread(() -> write(writer), "journal");
        writing.start();
    }

    /** Takes an entry; fails as soon as one before it could not be written. */
    void add(JournalEntry entry) {
        put(Optional.of(entry));
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Writer writer) {
        try (writer) {
            for (Optional<JournalEntry> next = queue.take(); next.isPresent(); next = queue.take()) {
                writer.write(JournalJson.write(next.get()));
                writer.write('\n');
            }
        } catch (IOException e) {
            failure = new IOException("The journal " + file + " cannot be written: " + e.getMessage(), e);
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure whoever waits to add must not wait for ever. */
    private void drain() {
        try {
            Optional<JournalEntry> dropped = queue.take();
            while (dropped.isPresent()) {
                dropped = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Optional<JournalEntry> next) {
        try {
            queue.put(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the journal was being written.", e);
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() throws IOException {
        put(Optional.empty());
        try {
            writing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}

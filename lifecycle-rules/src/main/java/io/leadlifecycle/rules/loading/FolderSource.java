package io.leadlifecycle.rules.loading;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.RuleBookException;
import io.leadlifecycle.text.Suggestion;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A book in a folder. */
public final class FolderSource implements BookSource {
    private final Path folder;

    /**
     * A folder.
     *
     * @param folder the folder
     */
    public FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public String read(String file, Collection<String> known) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (MalformedInputException e) {
            throw refused(file, "The file is not UTF-8 text.");
        } catch (IOException e) {
            throw refused(
                    file,
                    "The file cannot be read in the folder " + folder + "; there are "
                            + Suggestion.allowed(file, known));
        }
    }

    @Override
    public List<String> ruleFiles() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(".drl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw refused(String.valueOf(folder), "The folder cannot be read.");
        }
    }

    private static RuleBookException refused(String file, String message) {
        return new RuleBookException(List.of(Problem.in(file, message)));
    }
}

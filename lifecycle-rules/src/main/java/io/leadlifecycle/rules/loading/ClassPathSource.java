package io.leadlifecycle.rules.loading;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.RuleBookException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** A book on the class path, which names its rule files, since a class path cannot be listed. */
public final class ClassPathSource implements BookSource {
    private final String folder;
    private final ClassLoader classLoader;

    /**
     * A place on the class path.
     *
     * @param folder such as {@code io/leadlifecycle/rules/standard}
     * @param classLoader what finds it
     */
    public ClassPathSource(String folder, ClassLoader classLoader) {
        this.folder = folder.endsWith("/") ? folder : folder + "/";
        this.classLoader = classLoader;
    }

    @Override
    public String read(String file, Collection<String> known) {
        String resource = URI.create("/" + folder)
                .resolve(file.replace(" ", "%20"))
                .getPath()
                .substring(1);
        try (InputStream bytes = classLoader.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw refused(file, "There is no \"" + resource + "\" on the class path.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(file, "The file is not UTF-8 text.");
        } catch (IOException e) {
            throw refused(file, "\"" + resource + "\" on the class path cannot be read: " + e.getMessage());
        }
    }

    @Override
    public List<String> ruleFiles() {
        return List.of();
    }

    private static RuleBookException refused(String file, String message) {
        return new RuleBookException(List.of(Problem.in(file, message)));
    }
}

package io.leadlifecycle.rules.presets;

import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.loading.BookFiles;
import io.leadlifecycle.rules.loading.BookSource;
import io.leadlifecycle.rules.loading.ClassPathSource;
import io.leadlifecycle.rules.words.EventTypes;
import java.util.Collection;
import java.util.List;

/** The standard book, or another preset, as a company edits it, mostly its {@code lifecycle.yaml}. */
public final class EditedPreset implements BookSource {
    private final BookSource shipped;
    private final List<Edit> edits;

    /** A passage of a file and what stands there instead. */
    public record Edit(String file, String passage, String instead) {
        /** Of the lifecycle. */
        public Edit(String passage, String instead) {
            this(BookFiles.LIFECYCLE_FILE, passage, instead);
        }

        private String of(String text) {
            if (!text.contains(passage)) {
                throw new IllegalArgumentException("The file " + file + " does not say \"" + passage + "\".");
            }
            return text.replace(passage, instead);
        }
    }

    private EditedPreset(Preset preset, List<Edit> edits) {
        this.shipped = new ClassPathSource("io/leadlifecycle/rules/" + preset, DroolsRuleBook.class.getClassLoader());
        this.edits = edits;
    }

    public static DroolsRuleBook by(Edit... edits) {
        return of(Preset.STANDARD, edits);
    }

    public static DroolsRuleBook of(Preset preset, Edit... edits) {
        BookFiles files = BookFiles.from(
                new EditedPreset(preset, List.of(edits)), EventTypes.ofCore().names());
        return DroolsRuleBook.of(files.lifecycle(), files.drlByFile());
    }

    @Override
    public String read(String file, Collection<String> known) {
        String text = shipped.read(file, known);
        for (Edit edit : edits) {
            text = file.equals(edit.file) ? edit.of(text) : text;
        }
        return text;
    }

    @Override
    public List<String> ruleFiles() {
        return shipped.ruleFiles();
    }
}

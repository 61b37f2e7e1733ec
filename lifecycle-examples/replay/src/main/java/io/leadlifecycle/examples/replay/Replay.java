package io.leadlifecycle.examples.replay;

import io.leadlifecycle.UnknownLeads;
import io.leadlifecycle.definition.Advice;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.text.Suggestion;
import java.io.BufferedInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs a file of events, one JSON object a line, through a rule book.
 *
 * <pre>{@code
 * java -jar replay.jar --rulebook standard --journal journal.jsonl --leads leads.jsonl events.jsonl
 * }</pre>
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        version = "Lead Lifecycle replay",
        sortOptions = false,
        description = "Runs events, one JSON object a line, through a rule book and sums up what became of them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line was processed",
            "1:the run could not go on: a file, the rule book",
            "2:the command line is wrong",
            "3:some lines had no effect; they are in the rejects file, everything else was processed"
        })
public final class Replay implements Callable<Integer> {
    private static final int REJECTED = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--rulebook",
            paramLabel = "DIR|PRESET",
            defaultValue = "standard",
            description = "A folder with a lifecycle.yaml, or a preset: simple, standard, advanced. Default: standard.")
    private String ruleBook = "standard";

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Events after it are left out and counted, and what is due up to it fires at the end."
                    + " Default: the latest event.")
    private @Nullable Instant until;

    @Option(
            names = "--on-unknown",
            paramLabel = "refuse|create",
            defaultValue = "refuse",
            description = "What becomes of an event of a lead that nobody created. Default: refuse.")
    private String onUnknown = "refuse";

    @Option(
            names = "--remember",
            paramLabel = "N",
            defaultValue = "64",
            description =
                    "How many event ids are remembered per lead. The same id again changes nothing as long as it is"
                            + " remembered; an older repeat counts as new. Default: 64.")
    private int remember = 64;

    @Option(names = "--journal", paramLabel = "OUT.jsonl", description = "Writes every journal entry as it comes.")
    private @Nullable Path journal;

    @Option(names = "--leads", paramLabel = "OUT.jsonl", description = "Writes every lead as it is at the end.")
    private @Nullable Path leads;

    @Option(
            names = "--rejects",
            paramLabel = "OUT.jsonl",
            description =
                    "Where lines that have no effect go, with line and reason. Default: EVENTS with .rejects.jsonl"
                            + " for .jsonl, or stdin.rejects.jsonl.")
    private @Nullable Path rejects;

    @Parameters(paramLabel = "EVENTS.jsonl", description = "The events; - is standard input.")
    private String events = "-";

    Replay() {}

    /**
     * Runs and exits.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Replay())
                .registerConverter(Instant.class, Instant::parse)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(command.getColorScheme().errorText(reason(e)));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String reason(Exception e) {
        return e instanceof IOException
                ? e.getClass().getSimpleName() + ": " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    @Override
    public Integer call() throws IOException {
        requireDifferentFiles();
        long start = System.nanoTime();
        Run.Settings settings = new Run.Settings(until, unknownLeads(), remembered());
        PrintWriter out = commandSpec().commandLine().getOut();
        try (InputStream in = open();
                DroolsRuleBook book = book();
                Rejects rejected = new Rejects(rejectsFile());
                JournalFile toJournal = journal == null ? null : new JournalFile(journal)) {
            book.lifecycle().advice().forEach(this::print);
            Run run = new Run(book, settings, rejected, toJournal);
            run.read(in);
            if (leads != null) {
                try (Writer toLeads = Files.newBufferedWriter(leads)) {
                    run.writeLeads(toLeads);
                }
            }
            Summary summary = run.summary();
            out.print(summary.text(book.lifecycle(), Duration.ofNanos(System.nanoTime() - start)));
            if (summary.rejected() > 0) {
                out.println("The rejected lines are in " + rejected.file() + ".");
            }
            out.flush();
            return summary.rejected() == 0 ? CommandLine.ExitCode.OK : REJECTED;
        }
    }

    private void print(Advice advice) {
        commandSpec().commandLine().getErr().println(advice.level() + ": " + advice.text());
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("Not run by its command line.");
        }
        return spec;
    }

    private UnknownLeads unknownLeads() {
        try {
            return UnknownLeads.valueOf(onUnknown.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("--on-unknown is \"" + onUnknown + "\"; allowed are [refuse, create].");
        }
    }

    private int remembered() {
        if (remember < 0) {
            throw wrong("--remember is " + remember + "; allowed are 0 and more.");
        }
        return remember;
    }

    private ParameterException wrong(String complaint) {
        return new ParameterException(commandSpec().commandLine(), complaint);
    }

    private DroolsRuleBook book() {
        if (DroolsRuleBook.PRESETS.contains(ruleBook)) {
            return DroolsRuleBook.preset(ruleBook);
        }
        Path folder = Path.of(ruleBook);
        if (!Files.isDirectory(folder)) {
            throw wrong("--rulebook \"" + ruleBook + "\" is no folder and none of the presets "
                    + Suggestion.allowed(ruleBook, DroolsRuleBook.PRESETS));
        }
        return DroolsRuleBook.fromFolder(folder);
    }

    /** An output that is the input, or another output, would destroy what it is made of. */
    private void requireDifferentFiles() {
        Set<Path> taken = new HashSet<>();
        for (Path file : Arrays.asList(Path.of(events), journal, leads, rejectsFile())) {
            if (file != null && !taken.add(file.toAbsolutePath().normalize())) {
                throw wrong("The file \"" + file + "\" is named twice; every input and output needs its own.");
            }
        }
    }

    private Path rejectsFile() {
        if (rejects != null) {
            return rejects;
        }
        String name = events.equals("-") ? "stdin" : events.replaceFirst("\\.jsonl$", "");
        return Path.of(name + ".rejects.jsonl");
    }

    private InputStream open() throws IOException {
        if (events.equals("-")) {
            return new BufferedInputStream(System.in);
        }
        Path file = Path.of(events);
        if (!Files.isRegularFile(file) && !Files.isReadable(file)) {
            throw wrong("There is no file \"" + events + "\" that can be read.");
        }
        InputStream in = Files.newInputStream(file);
        boolean watched =
                Optional.ofNullable(System.console()).map(Replay::isTerminal).orElse(false);
        return watched ? ProgressBar.wrap(in, progress(Files.size(file))) : in;
    }

    /** From JDK 22 on there is a console without a terminal, and a method to ask it. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static ProgressBarBuilder progress(long bytes) {
        return new ProgressBarBuilder()
                .setTaskName("Replaying")
                .setInitialMax(bytes)
                .setUnit(" MB", 1_000_000)
                .setUpdateIntervalMillis(500);
    }
}

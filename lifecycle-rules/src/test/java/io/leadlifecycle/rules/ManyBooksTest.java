package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.Touchpoint;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieRepository;

class ManyBooksTest {
    private static final Touchpoint DEMO = new Touchpoint("e", "L-1", Books.MONDAY, "demo request");

    @Test
    void two_books_in_one_jvm_do_not_disturb_each_other() {
        try (DroolsRuleBook first = Books.book(Books.rule("A-1", "Touchpoint( )"));
                DroolsRuleBook second = Books.book(Books.rule("B-1", "Touchpoint( )"))) {
            assertThat(Books.fired(first, DEMO, Books.UNKNOWN)).containsExactly("A-1");
            assertThat(Books.fired(second, DEMO, Books.UNKNOWN)).containsExactly("B-1");
            assertThat(Books.fired(first, DEMO, Books.UNKNOWN)).containsExactly("A-1");
        }
    }

    @Test
    void a_broken_second_book_leaves_the_first_untouched() {
        try (DroolsRuleBook first = Books.book(Books.rule("A-1", "Touchpoint( )"))) {
            assertThatExceptionOfType(RuleBookException.class)
                    .isThrownBy(() -> Books.book(Books.rule("A-1", "Touchpoint( knd == \"x\" )")));
            assertThat(Books.fired(first, DEMO, Books.UNKNOWN)).containsExactly("A-1");
        }
    }

    @Test
    void thirty_books_leave_nothing_in_the_repository_of_the_jvm() {
        List<WeakReference<DroolsRuleBook>> books = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            DroolsRuleBook book = Books.book(Books.rule("A-" + i, "Touchpoint( )"));
            Books.decide(book, DEMO, Books.UNKNOWN);
            book.close();
            books.add(new WeakReference<>(book));
        }
        KieServices services = KieServices.get();
        KieRepository repository = services.getRepository();
        for (int i = 1; i <= 1_000; i++) {
            assertThat(repository.getKieModule(services.newReleaseId("io.leadlifecycle.rules", "book", "build-" + i)))
                    .isNull();
        }
        assertThat(collected(books)).isTrue();
    }

    private static boolean collected(List<WeakReference<DroolsRuleBook>> books) {
        for (int attempt = 0; attempt < 20; attempt++) {
            System.gc();
            if (books.stream().allMatch(book -> book.get() == null)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void eight_threads_on_a_fresh_book_get_what_one_thread_gets() throws Exception {
        String[] rules = {
            Books.rule("A-1", "Touchpoint( kind == \"demo request\", lead.country == \"DE\" )"),
            Books.rule("A-2", "Touchpoint( lead.employees >= 50, lead.employees <= 5000 )"),
            Books.rule("A-3", "ProfileChanged( lead.has(\"country\"), lead.country not in (\"DE\", \"AT\") )"),
            Books.rule("A-4", "ProfileChanged( lead.title matches \".*VP.*\" || lead.profile(\"seats\") == 7 )"),
            Books.rule("A-5", "Touchpoint( lead.intent(kind) == \"HIGH\", !lead.hasDone(\"return visit\") )"),
        };
        try (DroolsRuleBook alone = Books.book(rules)) {
            List<List<String>> expected = answers(alone);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (int round = 0; round < 5; round++) {
                    try (DroolsRuleBook shared = Books.book(rules)) {
                        Callable<List<List<String>>> work = () -> answers(shared);
                        for (Future<List<List<String>>> answer :
                                threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                            assertThat(answer.get()).isEqualTo(expected);
                        }
                    }
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<List<String>> answers(DroolsRuleBook book) {
        List<List<String>> answers = new ArrayList<>();
        String[] countries = {"DE", "AT", "US"};
        for (int i = 0; i < 600; i++) {
            LeadEvent event = i % 2 == 0 ? DEMO : new ProfileChanged("e", "L-1", Books.MONDAY, List.of());
            answers.add(Books.fired(
                    book,
                    event,
                    i % 5 == 0
                            ? Books.UNKNOWN
                            : Books.lead(
                                    "country",
                                    countries[i % 3],
                                    "employees",
                                    (long) i * 10,
                                    "title",
                                    "VP " + i,
                                    "seats",
                                    i % 7 == 0 ? "many" : 7L)));
        }
        return answers;
    }
}

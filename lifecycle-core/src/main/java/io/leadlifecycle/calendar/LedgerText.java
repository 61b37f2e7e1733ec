package io.leadlifecycle.calendar;

import io.leadlifecycle.calendar.Ledger.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A ledger in one line of English. */
final class LedgerText {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int HOLIDAYS_NAMED = 3;

    private final Ledger ledger;
    private final DateTimeFormatter day;
    private final DateTimeFormatter holiday;

    private LedgerText(Ledger ledger, long days) {
        this.ledger = ledger;
        this.holiday = days < DAYS_OF_A_YEAR ? DATE : DATE_AND_YEAR;
        this.day = days < 7 ? WEEKDAY : holiday;
    }

    static String of(Ledger ledger) {
        if (ledger.lines().isEmpty()) {
            return "no time";
        }
        LocalDate first = local(ledger, ledger.lines().get(0).startInclusive()).toLocalDate();
        LocalDate last = local(
                        ledger, ledger.lines().get(ledger.lines().size() - 1).endExclusive())
                .toLocalDate();
        return new LedgerText(ledger, ChronoUnit.DAYS.between(first, last)).text();
    }

    private static ZonedDateTime local(Ledger ledger, Instant instant) {
        return instant.atZone(ledger.zone());
    }

    private String text() {
        List<String> told = ledger.lines().stream()
                .map(this::text)
                .filter(line -> !line.isEmpty())
                .toList();
        return told.isEmpty() ? "outside opening hours" : String.join(", ", told);
    }

    private String text(Line line) {
        return switch (line.kind()) {
            case OPEN -> span(line) + " " + DurationText.of(line.open());
            case OFF_HOURS -> "";
            case WEEKEND -> "weekend";
            case CLOSED -> "closed";
            case HOLIDAY -> named(line.holidays());
            case WEEKS -> weeks(line);
        };
    }

    private String span(Line line) {
        ZonedDateTime start = local(ledger, line.startInclusive());
        ZonedDateTime end = local(ledger, line.endExclusive());
        String from = day.format(start) + " " + clock(start);
        if (end.toLocalDate().equals(start.toLocalDate())) {
            return from + "-" + clock(end);
        }
        boolean isMidnight = end.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.toLocalDate().equals(start.toLocalDate().plusDays(1));
        return from + "-" + (isMidnight ? "24:00" : day.format(end) + " " + clock(end));
    }

    private static String clock(ZonedDateTime time) {
        return time.toLocalTime().toString();
    }

    private String weeks(Line line) {
        long weeks = ChronoUnit.WEEKS.between(
                local(ledger, line.startInclusive()).toLocalDate(),
                local(ledger, line.endExclusive()).toLocalDate());
        String text = weeks + (weeks == 1 ? " week " : " weeks ") + DurationText.of(line.open());
        int holidays = line.holidays().size();
        if (holidays == 0) {
            return text;
        }
        return text + " with " + (holidays > HOLIDAYS_NAMED ? holidays + " holidays" : named(line.holidays()));
    }

    private String named(List<LocalDate> holidays) {
        return "holiday "
                + String.join(" and ", holidays.stream().map(holiday::format).toList());
    }
}

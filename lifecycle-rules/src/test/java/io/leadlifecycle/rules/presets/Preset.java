package io.leadlifecycle.rules.presets;

import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A book that comes with the library, and how a lead gets to each of its stages. Books live as long as the tests. */
public enum Preset {
    SIMPLE("MQL"),
    STANDARD("WORKING"),
    ADVANCED("MEETING_SET");

    public static final PeopleDirectory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").as("SDR").reportingTo("maria"))
            .person(Person.named("ben").as("SDR").reportingTo("maria"))
            .person(Person.named("emil").as("AE"))
            .person(Person.named("maria").as("SDR Manager"))
            .person(Person.named("oli").as("Marketing Ops"))
            .accountOwner("A-1", "emil")
            .build();

    private static final String BEGIN = "2026-03-02T09:00:00Z";
    private static final Map<Preset, DroolsRuleBook> BOOKS = new EnumMap<>(Preset.class);

    private final String beforeSql;

    Preset(String beforeSql) {
        this.beforeSql = beforeSql;
    }

    /** Its name, as a host says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same book each time. */
    public DroolsRuleBook book() {
        synchronized (BOOKS) {
            return BOOKS.computeIfAbsent(this, preset -> DroolsRuleBook.preset(preset.toString()));
        }
    }

    /** The stages a lead can stand in; it passes through CLOSED_LOST. */
    public List<String> stages() {
        return book().lifecycle().stageNames().stream()
                .filter(stage -> !stage.equals("CLOSED_LOST"))
                .toList();
    }

    /** A story that begins at an instant. */
    public Story at(String instant) {
        return Story.in(book(), instant);
    }

    /** A lead of ana's that came to a stage on Monday before ten; its clock, if one runs, has days left. */
    public Story standingIn(String stage) {
        return brought(stage, at(BEGIN)).then(Story.MONDAY_10);
    }

    /** Another lead that came there likewise, in the same office. */
    public Story standingIn(String stage, Story beside) {
        return brought(stage, beside.beside("L-2", PEOPLE).then(BEGIN)).then(Story.MONDAY_10);
    }

    private Story brought(String stage, Story begun) {
        return switch (stage) {
            case "NEW" -> begun.created(Story.NOTHING).assigned("ana");
            case "NURTURE" -> begun.created(Story.ICP).assigned("ana");
            case "MQL" -> brought("NURTURE", begun).touched("webinar attended");
            case "SAL" -> brought("MQL", begun).accepted();
            case "WORKING" -> brought("SAL", begun).called("connected");
            case "MEETING_SET" -> brought("WORKING", begun).meetingSet();
            case "SQL" -> brought(beforeSql, begun).discovered("budget", "authority", "need", "timeline");
            case "OPPORTUNITY" -> brought("SQL", begun).dealOpened();
            case "CLOSED_WON" -> brought("OPPORTUNITY", begun).dealWon();
            case "RECYCLED" -> brought("MQL", begun).rejected("timing");
            case "DISQUALIFIED" -> brought("MQL", begun).rejected("competitor");
            default -> throw new IllegalArgumentException("No lead stands in the stage \"" + stage + "\".");
        };
    }

    /** The stages in which a rule fires when something happens, whatever the lifecycle makes of it. */
    public List<String> stagesWhere(String rule, UnaryOperator<Story> happening) {
        return stages().stream()
                .filter(stage ->
                        happening.apply(standingIn(stage)).firedSinceThen().contains(rule))
                .toList();
    }
}

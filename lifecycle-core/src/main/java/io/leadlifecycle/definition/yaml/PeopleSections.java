package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleBuilder;
import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Text;
import io.leadlifecycle.routing.Absence;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Territory;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who works: teams, people with their absences, pools, territories and the fallback person. */
final class PeopleSections {
    private static final List<String> TEAM = List.of("calendar");
    private static final List<String> PERSON = List.of("manager", "team", "role", "calendar", "active", "absences");
    private static final List<String> POOL = List.of("manager", "members");
    private static final List<String> MEMBER = List.of("weight", "cap");
    private static final String TERRITORY_TEAM = "team";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private final Section parts;
    private final Map<String, BusinessCalendar> calendars;
    private final Map<String, String> teamCalendars = new HashMap<>();
    private final Set<String> teams;
    private final Set<String> names;
    private final List<String> roles;

    /** @param calendars those there are by name, {@link Lifecycle#DEFAULT_CALENDAR} among them */
    PeopleSections(Section parts, Map<String, BusinessCalendar> calendars) {
        this.parts = parts;
        this.calendars = calendars;
        teams = keys("teams");
        names = keys("people");
        roles = parts.names("roles");
    }

    private Set<String> keys(String part) {
        return parts.named(part).stream().map(Entry::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void addTo(LifecycleBuilder builder) {
        String fallback = parts.value("fallback");
        if (fallback == null) {
            requireNobody();
            return;
        }
        names.add(fallback);
        PeopleDirectory.Builder directory = PeopleDirectory.fallback(fallback);
        for (Entry entry : parts.named("teams")) {
            Section team = Section.of(entry.value(), "team \"" + entry.key() + "\"", TEAM);
            directory.team(entry.key());
            String calendar = team.reference("calendar", calendars.keySet());
            if (calendar != null) {
                teamCalendars.put(entry.key(), calendar);
                directory.teamCalendar(entry.key(), calendar);
            }
        }
        parts.named("people").forEach(entry -> directory.person(person(entry)));
        for (Entry entry : parts.named("pools")) {
            Pool pool = pool(entry);
            entry.place().check(() -> directory.pool(pool));
        }
        for (Entry entry : parts.named("territories")) {
            Territory territory = territory(entry);
            entry.place().check(() -> directory.territory(territory));
        }
        builder.directory(parts.node("fallback").place().check(directory::build));
    }

    private void requireNobody() {
        for (String part : List.of("people", "teams", "territories", "pools")) {
            if (!parts.named(part).isEmpty()) {
                throw parts.placeOf(part)
                        .refuse("The lifecycle has \"" + part
                                + "\" and no \"fallback\": a message that resolves to nobody" + " would be lost.");
            }
        }
    }

    private Person person(Entry entry) {
        String owner = "person \"" + entry.key() + "\"";
        Section person = Section.of(entry.value(), owner, PERSON);
        String team = person.reference("team", teams);
        String calendar = person.reference("calendar", calendars.keySet());
        ZoneId zone = zone(calendar, team);
        List<Absence> absences = person.texts("absences").stream()
                .map(text -> new AbsenceText(text, owner).in(zone))
                .toList();
        return new Person(
                entry.key(),
                person.reference("manager", names),
                team,
                person.reference("role", roles),
                calendar,
                person.flag("active", true),
                absences);
    }

    /** That of the person's calendar, else the team's, else the default one. */
    private ZoneId zone(@Nullable String calendar, @Nullable String team) {
        String ofTeam = team == null ? null : teamCalendars.get(team);
        String own = calendar == null ? ofTeam : calendar;
        return calendars
                .getOrDefault(own == null ? Lifecycle.DEFAULT_CALENDAR : own, BusinessCalendar.STANDARD)
                .zone();
    }

    private Pool pool(Entry entry) {
        String owner = "pool \"" + entry.key() + "\"";
        Section pool = Section.of(entry.value(), owner, POOL);
        List<Pool.Member> members = pool.listed("members").stream()
                .map(member -> member(member, owner))
                .toList();
        return entry.place().check(() -> new Pool(entry.key(), members, pool.reference("manager", names)));
    }

    private Pool.Member member(Entry entry, String pool) {
        if (!names.contains(entry.key())) {
            throw entry.place()
                    .unknown("The member \"" + entry.key() + "\" of the " + pool + " is unknown", entry.key(), names);
        }
        Section member = Section.of(entry.value(), "member \"" + entry.key() + "\" of the " + pool, MEMBER);
        Integer weight = member.parsed("weight", PeopleSections::wholeNumber);
        Cap cap = member.parsed("cap", Cap::parse);
        return member.node("weight")
                .place()
                .check(() -> new Pool.Member(entry.key(), weight == null ? Pool.Member.USUAL_WEIGHT : weight, cap));
    }

    private static Integer wholeNumber(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("The weight \"" + text + "\" is no whole number; allowed are "
                    + Pool.Member.USUAL_WEIGHT + " to " + Pool.Member.LARGEST_WEIGHT + ".");
        }
        return Integer.valueOf(text);
    }

    private Territory territory(Entry entry) {
        Section territory = Section.ofAny(entry.value(), "territory \"" + entry.key() + "\"");
        Text team = territory.required(TERRITORY_TEAM);
        territory.reference(TERRITORY_TEAM, teams);
        List<Territory.Requirement> requirements = territory.keys().stream()
                .filter(field -> !field.equals(TERRITORY_TEAM))
                .map(field -> new Territory.Requirement(field, values(territory, field)))
                .toList();
        return new Territory(entry.key(), requirements, team.value());
    }

    private static List<String> values(Section territory, String field) {
        return territory.requiredTexts(field).stream().map(Text::value).toList();
    }
}

package io.leadlifecycle.json;

import io.leadlifecycle.clock.ClockReport;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Pause;
import io.leadlifecycle.model.Recycles;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.Timer;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What people and reports read of a lead, as one line of JSON; {@link LeadJson} is what a store keeps.
 *
 * <ul>
 *   <li>{@code mergedInto}: the lead it was merged into; such a lead is counted nowhere.
 *   <li>{@code stages}: per stage the first and latest entry and how many; {@code recycles}: count, last date, reason.
 *   <li>{@code slas}: the latest clock of each name with its state, verdict, target and the time it has counted so far in
 *       ISO-8601, business time where its target is, and the {@code rule} that set the target. Where there is any:
 *       {@code overrun}, what it counted after it was due; {@code ownerAtBreach}; {@code learntLate}, an answer in time
 *       that was learnt after the breach; {@code paused}, from when until when it did not count, without {@code until}
 *       while it is paused. A clock past its due instant is told as breached, whether or not the engine was advanced.
 *   <li>{@code timers}: what waits.
 *   <li>{@code score} is the whole score, whatever it was at the latest recycling.
 * </ul>
 *
 * <p>What is unknown is left out. Thread-safe.
 */
public final class LeadLine {
    private LeadLine() {}

    /**
     * A lead as a line.
     *
     * @param lead the lead
     * @param asOf the instant that running clocks are read at, not before the lead's last entry
     * @param calendars finds the calendars that its clocks count in
     * @return one line, without a line break
     */
    public static String write(Lead lead, Instant asOf, CalendarVersions calendars) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = Mapper.JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("id", lead.id());
            json.writeStringProperty("stage", lead.stage());
            text(json, "reason", lead.journey().reason());
            text(json, "mergedInto", lead.marks().mergedInto());
            stages(json, lead);
            recycles(json, lead.journey().recycles());
            json.writeArrayPropertyStart("slas");
            lead.clocks().forEach(clock -> sla(json, ClockReport.of(lead.id(), clock, asOf, calendars)));
            json.writeEndArray();
            json.writeArrayPropertyStart("timers");
            lead.timers().forEach(timer -> timer(json, timer));
            json.writeEndArray();
            people(json, lead);
            json.writeArrayPropertyStart("flags");
            lead.flags().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void stages(JsonGenerator json, Lead lead) {
        json.writeObjectPropertyStart("stages");
        for (StageStamps stamps : lead.journey().stamps()) {
            json.writeObjectPropertyStart(stamps.name());
            instant(json, "first", stamps.first());
            instant(json, "latest", stamps.latest());
            json.writeNumberProperty("entries", stamps.entries());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void recycles(JsonGenerator json, Recycles recycles) {
        json.writeObjectPropertyStart("recycles");
        json.writeNumberProperty("count", recycles.count());
        instant(json, "last", recycles.lastAt());
        text(json, "reason", recycles.lastReason());
        json.writeEndObject();
    }

    private static void sla(JsonGenerator json, ClockReport clock) {
        json.writeStartObject();
        json.writeStringProperty("name", clock.name());
        json.writeNumberProperty("number", clock.number());
        json.writeStringProperty("state", clock.state().name());
        json.writeStringProperty("verdict", clock.verdict().name());
        json.writeStringProperty("target", clock.target().toString());
        instant(json, "startedAt", clock.startedAt());
        instant(json, "dueAt", clock.dueAt());
        instant(json, "breachedAt", clock.breachedAt());
        instant(json, "endedAt", clock.endedAt());
        json.writeStringProperty("elapsed", clock.elapsed().toString());
        if (!clock.overrun().isZero()) {
            json.writeStringProperty("overrun", clock.overrun().toString());
        }
        text(json, "ownerAtBreach", clock.ownerAtBreach().orElse(null));
        if (clock.learntLate()) {
            json.writeBooleanProperty("learntLate", true);
        }
        paused(json, clock.paused());
        json.writeStringProperty("rule", clock.rule());
        json.writeEndObject();
    }

    private static void paused(JsonGenerator json, List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("paused");
        for (Pause pause : pauses) {
            json.writeStartObject();
            instant(json, "from", pause.from());
            instant(json, "until", pause.until());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void timer(JsonGenerator json, Timer timer) {
        json.writeStartObject();
        json.writeStringProperty("name", timer.name());
        instant(json, "dueAt", timer.dueAt());
        json.writeEndObject();
    }

    private static void people(JsonGenerator json, Lead lead) {
        text(json, "owner", lead.ownership().owner());
        text(json, "previousOwner", lead.ownership().previousOwner());
        text(json, "type", lead.qualification().type());
        json.writeStringProperty("fit", lead.qualification().fit().name());
        json.writeNumberProperty("score", lead.qualification().score());
        instant(json, "firstTouchAt", lead.origin().firstTouchAt());
        instant(json, "firstResponseAt", lead.contact().firstResponseAt());
        text(json, "originalSource", lead.origin().source());
        text(json, "lastCampaign", lead.origin().lastCampaign());
    }

    private static void instant(JsonGenerator json, String name, @Nullable Instant at) {
        text(json, name, at == null ? null : at.toString());
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}

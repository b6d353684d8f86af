package dev.brandingbot.schedule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.event.CalendarItem;

/** A year's plan for programs: {@code {"year": 2025, "days": [{"from": "2025-01-01", "to": …, "event": …}, …]}}. */
public final class JsonSchedule {
    private JsonSchedule() {}

    /** The plan as one JSON object in several lines; an event is named by its path, and null where nothing is on. */
    public static String write(YearSchedule<?> plan) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("year", plan.year());
        var days = json.putArray("days");
        plan.runs().forEach(run -> put(days.addObject(), run));
        return json.toPrettyString();
    }

    private static void put(ObjectNode json, YearSchedule.Run<?> run) {
        json.put("from", run.days().first().toString());
        json.put("to", run.days().last().toString());
        json.put("event", run.event().map(CalendarItem::path).orElse(null));
    }
}

package dev.brandingbot.schedule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.event.CalendarItem;

/**
 * A Writes a year's schedule as JSON: {@code {"year": 2025, "days": [{"from": "2025-01-01", "to": …, "event": …}, …]}}.
 */
public final class JsonSchedule {
    private JsonSchedule() {}

    /** Returns the schedule as a JSON object on several lines. Events are paths; null means that no event is active. */
    public static String write(YearSchedule<?> schedule) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("year", schedule.year());
        var days = json.putArray("days");
        schedule.runs().forEach(run -> put(days.addObject(), run));
        return json.toPrettyString();
    }

    private static void put(ObjectNode json, YearSchedule.Run<?> run) {
        json.put("from", run.days().first().toString());
        json.put("to", run.days().last().toString());
        json.put("event", run.event().map(CalendarItem::path).orElse(null));
    }
}

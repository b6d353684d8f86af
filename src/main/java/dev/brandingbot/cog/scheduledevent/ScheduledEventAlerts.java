package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.cog.modlog.Alert;
import dev.brandingbot.cog.modlog.Alert.Urgency;
import dev.brandingbot.cog.modlog.AlertSource;
import java.util.List;

/** The alerts about scheduled events. */
final class ScheduledEventAlerts {
    private ScheduledEventAlerts() {}

    /** Nothing can be published. */
    static Alert blocked(String text) {
        return alert("permission", Urgency.AT_ONCE, text);
    }

    /** The published events could not be read. */
    static Alert unchecked(String reason) {
        return alert(
                "step",
                Urgency.IF_IT_LASTS,
                "They could not be checked. The bot will retry at the next check. " + reason);
    }

    /** A request failed, and may succeed later. */
    static Alert failed(OccurrenceKey key, String reason) {
        return alert(
                "step",
                Urgency.IF_IT_LASTS,
                "%s could not be updated. The bot will retry at the next check. %s".formatted(name(key), reason));
    }

    /** Discord rejected a request, and would reject it again. */
    static Alert rejected(OccurrenceKey key, String reason) {
        return alert(
                "step",
                Urgency.AT_ONCE,
                "Discord rejected %s: %s The bot will retry tomorrow, or as soon as the event changes."
                        .formatted(name(key), reason));
    }

    private static String name(OccurrenceKey key) {
        return new EventNames(List.of()).bold(key.path());
    }

    private static Alert alert(String id, Urgency urgency, String text) {
        return new Alert(AlertSource.SCHEDULED_EVENTS, id, urgency, "Scheduled events", text);
    }
}

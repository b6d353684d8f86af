package dev.brandingbot.cog.announcement;

import dev.brandingbot.support.Texts;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;

/**
 * The first line of an announcement, which may ping a role.
 *
 * @param roleId the role to ping, if any; nobody else is pinged
 * @param text the line, in which {@code {event}} is replaced by the event's name
 */
public record AnnouncementHeader(Optional<Long> roleId, String text) {
    public static final String DEFAULT_TEXT = "A new event has started, and the server has a new look:";

    /** The default line, without a ping. */
    public static final AnnouncementHeader DEFAULT = new AnnouncementHeader(Optional.empty(), DEFAULT_TEXT);

    /** The maximum length of the text. It leaves room for a mention and an event's name. */
    public static final int MAX_TEXT_LENGTH = 1_700;

    private static final String EVENT_PLACEHOLDER = "{event}";

    /** Starts a message about the event with this title. */
    public MessageCreateBuilder render(String title) {
        var line = text.replace(EVENT_PLACEHOLDER, MarkdownSanitizer.escape(title));
        var message = new MessageCreateBuilder()
                .setContent(Texts.cut(mention() + line, Message.MAX_CONTENT_LENGTH))
                .setAllowedMentions(Set.of());
        return roleId.map(id -> message.mentionRoles(id)).orElse(message);
    }

    private String mention() {
        return roleId.map(id -> "<@&%s> ".formatted(Long.toUnsignedString(id))).orElse("");
    }
}

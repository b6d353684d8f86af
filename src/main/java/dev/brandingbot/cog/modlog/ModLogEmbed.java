package dev.brandingbot.cog.modlog;

import static java.util.stream.Collectors.toSet;

import dev.brandingbot.cog.embed.Embeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A message with alerts for moderators. It pings nobody. */
final class ModLogEmbed {
    /** The maximum number of lines in one message. */
    private static final int MAX_LINES = 12;

    private static final int MAX_LENGTH = MessageEmbed.DESCRIPTION_MAX_LENGTH - 100;

    private final ArrayList<String> lines = new ArrayList<>();
    private int room = MAX_LENGTH;
    private int left;

    private ModLogEmbed() {}

    static MessageCreateData render(ModLogUpdate update) {
        var message = new ModLogEmbed();
        update.raised().forEach(alert -> message.add(line(alert)));
        // A file that has a new problem is not reported as resolved.
        var raised = update.raised().stream().map(Alert::headline).collect(toSet());
        update.resolved().stream()
                .map(Alert::headline)
                .filter(headline -> !raised.contains(headline))
                .forEach(headline -> message.add("✅ **%s:** resolved.".formatted(headline)));
        return new MessageCreateBuilder()
                .setEmbeds(message.embed(update))
                .setAllowedMentions(Set.of())
                .build();
    }

    private static String line(Alert alert) {
        return "%s **%s:** %s".formatted(alert.isError() ? "❌" : "⚠️", alert.headline(), alert.text());
    }

    private void add(String line) {
        if (left > 0 || lines.size() == MAX_LINES || line.length() > room) {
            left++;
        } else {
            lines.add(line);
            room -= line.length() + 1;
        }
    }

    private MessageEmbed embed(ModLogUpdate update) {
        if (left > 0) {
            lines.add("…and %s more. `/branding event preview` shows all problems of one event.".formatted(left));
        }
        return new EmbedBuilder()
                .setColor(update.raised().isEmpty() ? Embeds.SUCCESS_COLOR : Embeds.WARNING_COLOR)
                .setTitle(title(update.raised()))
                .setDescription(String.join("\n", lines))
                .build();
    }

    private static String title(List<Alert> raised) {
        if (raised.isEmpty()) {
            return "Branding problems are resolved";
        }
        return raised.stream().allMatch(Alert::isRecommendation)
                ? "Recommendations for the branding repository"
                : "The branding needs attention";
    }
}

package dev.brandingbot.cog.modlog;

import static java.util.stream.Collectors.toSet;

import dev.brandingbot.cog.embed.Embeds;
import java.util.ArrayList;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A message to moderators, which pings nobody. */
final class ModLogEmbed {
    /** As many as one cares to read. */
    private static final int MAX_LINES = 12;

    private static final int MAX_LENGTH = MessageEmbed.DESCRIPTION_MAX_LENGTH - 100;

    private final ArrayList<String> lines = new ArrayList<>();
    private int room = MAX_LENGTH;
    private int left;

    private ModLogEmbed() {}

    static MessageCreateData of(ModLogUpdate word) {
        var message = new ModLogEmbed();
        word.raised().forEach(trouble -> message.add("⚠️ **%s:** %s".formatted(trouble.headline(), trouble.text())));
        // What is wrong in one way less and in another more is not well.
        var troubled = word.raised().stream().map(Alert::headline).collect(toSet());
        word.resolved().stream()
                .map(Alert::headline)
                .filter(headline -> !troubled.contains(headline))
                .forEach(headline -> message.add("✅ **%s:** resolved.".formatted(headline)));
        return new MessageCreateBuilder()
                .setEmbeds(message.embed(word.raised().isEmpty()))
                .setAllowedMentions(Set.of())
                .build();
    }

    private void add(String line) {
        if (left > 0 || lines.size() == MAX_LINES || line.length() > room) {
            left++;
        } else {
            lines.add(line);
            room -= line.length() + 1;
        }
    }

    private MessageEmbed embed(boolean isWell) {
        if (left > 0) {
            lines.add("…and %s more: see `/branding calendar refresh` or the log.".formatted(left));
        }
        return new EmbedBuilder()
                .setColor(isWell ? Embeds.SUCCESS_COLOR : Embeds.WARNING_COLOR)
                .setTitle(isWell ? "Branding problems are resolved" : "The branding needs attention")
                .setDescription(String.join("\n", lines))
                .build();
    }
}

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
    private static final int MOST_LINES = 12;

    private static final int ROOM = MessageEmbed.DESCRIPTION_MAX_LENGTH - 100;

    private final ArrayList<String> lines = new ArrayList<>();
    private int room = ROOM;
    private int left;

    private ModLogEmbed() {}

    static MessageCreateData of(ModLogUpdate word) {
        var message = new ModLogEmbed();
        word.troubles().forEach(trouble -> message.add("⚠️ **%s:** %s".formatted(trouble.headline(), trouble.text())));
        // What is wrong in one way less and in another more is not well.
        var troubled = word.troubles().stream().map(Alert::headline).collect(toSet());
        word.well().stream()
                .map(Alert::headline)
                .filter(headline -> !troubled.contains(headline))
                .forEach(headline -> message.add("✅ **%s:** resolved.".formatted(headline)));
        return new MessageCreateBuilder()
                .setEmbeds(message.embed(word.troubles().isEmpty()))
                .setAllowedMentions(Set.of())
                .build();
    }

    private void add(String line) {
        if (left > 0 || lines.size() == MOST_LINES || line.length() > room) {
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
                .setColor(isWell ? Embeds.WELL : Embeds.TROUBLE)
                .setTitle(isWell ? "Branding problems are resolved" : "The branding needs attention")
                .setDescription(String.join("\n", lines))
                .build();
    }
}

package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** Discord's limits of an embed, counted in UTF-16 units: at least as strict as Discord counts. */
public final class EmbedLimits {
    private EmbedLimits() {}

    public static void assertHeldBy(MessageEmbed embed) {
        assertThat(embed.isSendable()).isTrue();
        assertThat(embed.getTitle()).isNotBlank().hasSizeLessThanOrEqualTo(MessageEmbed.TITLE_MAX_LENGTH);
        assertThat(text(embed.getDescription())).hasSizeLessThanOrEqualTo(MessageEmbed.DESCRIPTION_MAX_LENGTH);
        assertThat(footer(embed)).hasSizeLessThanOrEqualTo(MessageEmbed.TEXT_MAX_LENGTH);
        assertThat(embed.getFields()).hasSizeLessThanOrEqualTo(MessageEmbed.MAX_FIELD_AMOUNT);
        assertThat(embed.getFields()).allSatisfy(field -> {
            assertThat(field.getName()).isNotBlank().hasSizeLessThanOrEqualTo(MessageEmbed.TITLE_MAX_LENGTH);
            assertThat(field.getValue()).isNotBlank().hasSizeLessThanOrEqualTo(MessageEmbed.VALUE_MAX_LENGTH);
        });
        assertThat(length(embed)).isLessThanOrEqualTo(MessageEmbed.EMBED_MAX_LENGTH_BOT);
    }

    /** The text of the only field with this name. */
    public static String field(MessageEmbed embed, String name) {
        var values = embed.getFields().stream()
                .filter(field -> name.equals(field.getName()))
                .map(MessageEmbed.Field::getValue)
                .toList();
        assertThat(values).as(name).hasSize(1);
        return values.get(0);
    }

    /** The only embed. */
    public static MessageEmbed only(List<MessageEmbed> embeds) {
        assertThat(embeds).hasSize(1);
        return embeds.get(0);
    }

    private static int length(MessageEmbed embed) {
        var fields = embed.getFields().stream()
                .mapToInt(field ->
                        text(field.getName()).length() + text(field.getValue()).length())
                .sum();
        return text(embed.getTitle()).length()
                + text(embed.getDescription()).length()
                + footer(embed).length()
                + fields;
    }

    private static String footer(MessageEmbed embed) {
        return embed.getFooter() == null ? "" : text(embed.getFooter().getText());
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

package dev.brandingbot.cog.embed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * A button that shows another page of a list. Its ID contains everything needed, so it works after a restart.
 *
 * @param guildId the ID of the guild
 * @param list the list
 * @param page the page, from 0
 */
public record PageButton(long guildId, PagedList list, int page) {
    private static final Pattern ID = Pattern.compile("branding:(\\d{1,19}):([a-z]{1,20}):(-?\\d{1,6})");

    /** The lists with pages. */
    public enum PagedList {
        CALENDAR("Earlier", "Later", false),
        HISTORY("Newer", "Older", true);

        private final String back;
        private final String on;
        private final boolean isForModerators;

        PagedList(String back, String on, boolean isForModerators) {
            this.back = back;
            this.on = on;
            this.isForModerators = isForModerators;
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Parses the ID of a button; empty if it is not one of these. */
    public static Optional<PageButton> list(String id) {
        var match = ID.matcher(id);
        return match.matches()
                ? Stream.of(PagedList.values())
                        .filter(list -> list.id().equals(match.group(2)))
                        .findFirst()
                        .map(list -> new PageButton(
                                Long.parseUnsignedLong(match.group(1)), list, Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    /** Whether this is the ID of a button that any version of the bot made for this guild. */
    public static boolean isOfGuild(long guildId, String id) {
        return id.startsWith("branding:%s:".formatted(Long.toUnsignedString(guildId)));
    }

    /** Makes a message from a page of a list, with buttons if there are more pages. It pings nobody. */
    public static MessageEditData withButtons(EmbedBuilder embed, Page<?> page, long guildId, PagedList of) {
        if (page.count() > 1) {
            embed.setFooter("Page %s of %s".formatted(page.number() + 1, page.count()));
        }
        return new MessageEditBuilder()
                .setReplace(true)
                .setEmbeds(embed.build())
                .setComponents(buttons(page, guildId, of))
                .setAllowedMentions(Set.of())
                .build();
    }

    private static List<ActionRow> buttons(Page<?> page, long guildId, PagedList of) {
        if (page.count() == 1) {
            return List.of();
        }
        var back = Button.secondary(new PageButton(guildId, of, page.number() - 1).id(), of.back);
        var on = Button.secondary(new PageButton(guildId, of, page.number() + 1).id(), of.on);
        return List.of(ActionRow.of(
                back.withDisabled(page.number() == 0), on.withDisabled(page.number() == page.count() - 1)));
    }

    /** Whether only moderators may see these pages. */
    public boolean isForModerators() {
        return list.isForModerators;
    }

    /** The ID that Discord sends back when the button is pressed. */
    public String id() {
        return "branding:%s:%s:%s".formatted(Long.toUnsignedString(guildId), list.id(), page);
    }
}

package dev.brandingbot.app;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the command in the bot's guild as soon as the bot is in it, and as long as it is not, says how to invite it. Runs
 * on JDA's event thread and waits for nothing there.
 */
final class GuildMembership extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(GuildMembership.class);

    private final Settings.Guild guild;
    private final SlashCommandData command;
    private final PrintWriter out;

    /**
     * @param guild the bot's guild
     * @param command what to register there
     * @param out what the operator reads
     */
    GuildMembership(Settings.Guild guild, SlashCommandData command, PrintWriter out) {
        this.guild = guild;
        this.command = command;
        this.out = out;
    }

    @Override
    public void onReady(ReadyEvent event) {
        missing(event.getJDA(), guild).ifPresent(out::println);
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        arrive(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        arrive(event.getGuild());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        if (event.getGuild().getIdLong() == guild.id()) {
            out.println(invitation(event.getJDA(), guild));
        }
    }

    private void arrive(Guild joined) {
        if (joined.getIdLong() == guild.id()) {
            // Another module's commands in this guild stay, unlike with updateCommands.
            joined.upsertCommand(command)
                    .queue(
                            registered -> log.info("Serving the guild. guild={}", guild.id()),
                            refused -> log.error(
                                    "Could not register the slash command; invite the bot again. guild={} link={}",
                                    guild.id(),
                                    link(joined.getJDA(), guild),
                                    refused));
        }
    }

    /** What to tell the operator if the bot is not in its guild; a guild that Discord cannot show at present counts as there. */
    static Optional<String> missing(JDA jda, Settings.Guild guild) {
        boolean isThere = jda.getGuildById(guild.id()) != null || jda.isUnavailable(guild.id());
        return isThere ? Optional.empty() : Optional.of(invitation(jda, guild));
    }

    private static String invitation(JDA jda, Settings.Guild guild) {
        return "The bot is not in the guild %s. Invite it: %s".formatted(guild.id(), link(jda, guild));
    }

    private static String link(JDA jda, Settings.Guild guild) {
        return jda.setRequiredScopes("bot", "applications.commands").getInviteUrl(permissions(guild)) + "&guild_id="
                + guild.id();
    }

    /**
     * To set icon and banner; where events are announced, to do that and to see what was announced before; to tell moderators; to
     * publish events.
     */
    private static Set<Permission> permissions(Settings.Guild guild) {
        var permissions = EnumSet.of(Permission.MANAGE_SERVER);
        if (guild.changelogChannel().isPresent() || guild.modLogChannel().isPresent()) {
            permissions.addAll(
                    EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS));
        }
        if (guild.changelogChannel().isPresent()) {
            permissions.addAll(EnumSet.of(Permission.MESSAGE_ATTACH_FILES, Permission.MESSAGE_HISTORY));
        }
        if (guild.scheduledEvents() > 0) {
            permissions.add(Permission.CREATE_SCHEDULED_EVENTS);
        }
        return permissions;
    }
}

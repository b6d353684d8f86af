package dev.brandingbot.app.discord;

import dev.brandingbot.app.settings.Settings;
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

/**
 * Registers the command when the bot is in its guild, and prints an invitation link while it is not. Runs on JDA's event thread and
 * never blocks it.
 */
public final class GuildSetup extends ListenerAdapter {
    private final Settings.Guild guild;
    private final CommandRegistration registration;
    private final PrintWriter out;

    /**
     * @param guild the bot's guild
     * @param registration registers the command
     * @param out the standard output, for the operator
     */
    public GuildSetup(Settings.Guild guild, CommandRegistration registration, PrintWriter out) {
        this.guild = guild;
        this.registration = registration;
        this.out = out;
    }

    @Override
    public void onReady(ReadyEvent event) {
        missingGuildMessage(event.getJDA(), guild).ifPresent(out::println);
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        onAvailable(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        onAvailable(event.getGuild());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        if (event.getGuild().getIdLong() == guild.id()) {
            registration.stop();
            out.println(invitation(event.getJDA(), guild));
        }
    }

    private void onAvailable(Guild joined) {
        if (joined.getIdLong() == guild.id()) {
            registration.start(joined, link(joined.getJDA(), guild));
        }
    }

    /** Returns a message for the operator if the bot is not in its guild. A guild that is unavailable during an outage counts as joined. */
    public static Optional<String> missingGuildMessage(JDA jda, Settings.Guild guild) {
        boolean isMember = jda.getGuildById(guild.id()) != null || jda.isUnavailable(guild.id());
        return isMember ? Optional.empty() : Optional.of(invitation(jda, guild));
    }

    private static String invitation(JDA jda, Settings.Guild guild) {
        return "The bot is not in the server %s. Invite it: %s".formatted(guild.id(), link(jda, guild));
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

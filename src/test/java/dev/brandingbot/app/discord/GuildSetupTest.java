package dev.brandingbot.app.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.brandingbot.app.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuildSetupTest {
    private static final long GUILD = 267624335836053506L;
    private static final Settings.Guild WITH_CHANNEL =
            new Settings.Guild(GUILD, Optional.of(1L), Settings.Greeting.DEFAULT, Optional.empty(), Set.of(), 0);
    private static final Settings.Guild WITHOUT_CHANNEL =
            new Settings.Guild(GUILD, Optional.empty(), Settings.Greeting.DEFAULT, Optional.empty(), Set.of(), 0);

    private final JDA jda = mock(JDA.class);
    private final ReadyEvent ready = mock(ReadyEvent.class);
    private final Guild guild = mock(Guild.class);
    private final StringWriter printed = new StringWriter();
    private final CommandRegistration registration = mock(CommandRegistration.class);

    @BeforeEach
    void setUpDiscord() {
        lenient().when(ready.getJDA()).thenReturn(jda);
        lenient().when(jda.setRequiredScopes("bot", "applications.commands")).thenReturn(jda);
        lenient()
                .when(jda.getInviteUrl(anyCollection()))
                .thenAnswer(call ->
                        "https://invite?permissions=" + Permission.getRaw(call.<Set<Permission>>getArgument(0)));
        lenient().when(guild.getIdLong()).thenReturn(GUILD);
        lenient().when(guild.getJDA()).thenReturn(jda);
    }

    @Test
    void printsAnInvitationWithThePermissionsThatAnnouncingNeeds() {
        membership(WITH_CHANNEL).onReady(ready);

        long permissions = Permission.getRaw(
                Permission.MANAGE_SERVER,
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.MESSAGE_EMBED_LINKS,
                Permission.MESSAGE_ATTACH_FILES,
                Permission.MESSAGE_HISTORY);
        assertThat(printed)
                .hasToString("The bot is not in the server %d. Invite it: https://invite?permissions=%d&guild_id=%d%n"
                        .formatted(GUILD, permissions, GUILD));
    }

    @Test
    void requestsOnlyManageServerWithoutAnnouncements() {
        membership(WITHOUT_CHANNEL).onReady(ready);

        assertThat(printed.toString()).contains("permissions=32&");
    }

    @Test
    void requestsThePermissionsForAlerts() {
        membership(new Settings.Guild(GUILD, Optional.empty(), Settings.Greeting.DEFAULT, Optional.of(1L), Set.of(), 0))
                .onReady(ready);

        assertThat(printed.toString())
                .contains("permissions=%d&"
                        .formatted(Permission.getRaw(
                                Permission.MANAGE_SERVER,
                                Permission.VIEW_CHANNEL,
                                Permission.MESSAGE_SEND,
                                Permission.MESSAGE_EMBED_LINKS)));
    }

    @Test
    void requestsThePermissionsForScheduledEvents() {
        membership(new Settings.Guild(
                        GUILD, Optional.empty(), Settings.Greeting.DEFAULT, Optional.empty(), Set.of(), 3))
                .onReady(ready);

        assertThat(printed.toString())
                .contains("permissions=%d&"
                        .formatted(Permission.getRaw(Permission.MANAGE_SERVER, Permission.CREATE_SCHEDULED_EVENTS)));
    }

    @Test
    void printsNothingWhereTheBotIsInItsGuild() {
        when(jda.getGuildById(GUILD)).thenReturn(guild);

        membership(WITH_CHANNEL).onReady(ready);

        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void waitsForAGuildThatDiscordCannotShowAtPresent() {
        when(jda.isUnavailable(GUILD)).thenReturn(true);

        assertThat(GuildSetup.missingGuildMessage(jda, WITH_CHANNEL)).isEmpty();
    }

    @Test
    void registersItsCommandWhenTheGuildIsThere() {
        membership(WITH_CHANNEL).onGuildReady(new GuildReadyEvent(jda, 1, guild));

        verify(registration).start(eq(guild), contains("https://invite?permissions="));
    }

    @Test
    void registersItsCommandWhenTheBotJoins() {
        membership(WITH_CHANNEL).onGuildJoin(new GuildJoinEvent(jda, 1, guild));

        verify(registration).start(eq(guild), contains("https://invite?permissions="));
    }

    @Test
    void registersNothingMoreOnceTheBotHasLeft() {
        membership(WITH_CHANNEL).onGuildLeave(new GuildLeaveEvent(jda, 1, guild));

        verify(registration).stop();
        assertThat(printed.toString()).contains("The bot is not in the server");
    }

    @Test
    void leavesOtherGuildsAlone() {
        when(guild.getIdLong()).thenReturn(1L);

        membership(WITH_CHANNEL).onGuildReady(new GuildReadyEvent(jda, 1, guild));

        verify(registration, never()).start(any(), any());
    }

    private GuildSetup membership(Settings.Guild settings) {
        return new GuildSetup(settings, registration, new PrintWriter(printed, true));
    }
}

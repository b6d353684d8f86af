package dev.brandingbot.cog.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.cog.AnnouncementSettings;
import dev.brandingbot.cog.CogConfig;
import dev.brandingbot.cog.DaemonSettings;
import dev.brandingbot.cog.SampleSettings;
import dev.brandingbot.cog.announcement.AnnouncementHeader;
import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server lacks, as the real JDA knows it. */
class GuildRequirementsIT {
    private static final long CHANGELOG = FakeGuildSettings.CHANGELOG;

    private FakeDiscord discord;
    private JDA jda;

    @BeforeEach
    void connect() throws InterruptedException {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults());
        jda = JDABuilder.createLight(discord.token(), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(discord.restBaseUrl()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayUrl();
                    }
                })
                .build()
                .awaitReady();
    }

    @AfterEach
    void close() {
        jda.shutdownNow();
        discord.close();
    }

    @Test
    void lacksNothingInATextChannelWithAllPermissions() {
        assertThat(missing()).isEmpty();
    }

    @Test
    void saysThatTheBotCannotSeeAHiddenChannel() {
        put(ChannelType.TEXT, Permission.VIEW_CHANNEL);

        awaitMissing(
                "The changelog channel: The bot can't see <#%d>, so events can't be announced.".formatted(CHANGELOG));
        discord.putChannel(new FakeChannel(CHANGELOG, "changelog"));
        await().until(() -> missing().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"FORUM, forum", "CATEGORY, category", "STAGE, stage channel", "MEDIA, media channel"})
    void namesAChannelOfTheWrongType(ChannelType type, String name) {
        put(type);

        awaitMissing("The changelog channel: <#%d> is a %s, where the bot can't write".formatted(CHANGELOG, name));
    }

    @Test
    void namesTheTypeOfAHiddenChannel() {
        put(ChannelType.FORUM, Permission.VIEW_CHANNEL);

        awaitMissing("The changelog channel: <#%d> is a forum".formatted(CHANGELOG));
    }

    /** To JDA a voice channel without Connect is one without any permission. */
    @Test
    void namesConnectInAVoiceChannel() {
        put(ChannelType.VOICE, Permission.VOICE_CONNECT);

        awaitMissing("The changelog channel: In <#%d> the bot lacks Connect, so".formatted(CHANGELOG));
    }

    @Test
    void namesWhatElseIsMissing() {
        put(ChannelType.NEWS, Permission.MESSAGE_ATTACH_FILES, Permission.MESSAGE_HISTORY);

        awaitMissing("The changelog channel: In <#%d> the bot lacks Attach Files, Read Message History, so"
                .formatted(CHANGELOG));
    }

    @Test
    void saysThatADeletedChannelIsUnknown() {
        discord.removeChannel(CHANGELOG);

        awaitMissing("The changelog channel: No channel of this server has the ID %d, so".formatted(CHANGELOG));
    }

    @Test
    void lacksNothingAsAnAdministrator() {
        put(ChannelType.VOICE, Permission.VOICE_CONNECT, Permission.VIEW_CHANNEL);
        awaitMissing("The changelog channel: The bot can't see");

        discord.setBotPermissions(Set.of(Permission.ADMINISTRATOR));

        await().until(() -> missing().isEmpty());
    }

    @Test
    void namesRolesThatDoNotExist() {
        var settings = new CogConfig(
                FakeGuildSettings.ID,
                new AnnouncementSettings(Optional.empty(), new AnnouncementHeader(Optional.of(7L), "Hello")),
                Set.of(FakeGuildSettings.MODERATOR_ROLE, 8L),
                new DaemonSettings(true, Duration.ZERO, Optional.empty()),
                Optional.empty(),
                0);

        assertThat(requirements(settings).missing())
                .extracting(MissingRequirement::sentence)
                .containsExactly(
                        "The announced role: No role of this server has the ID 7, so announcements ping nobody."
                                + " Set the ID of a role.",
                        "A moderator role: No role of this server has the ID 8, so no one is a moderator through it."
                                + " Set the ID of a role.");
    }

    private void put(ChannelType type, Permission... denied) {
        discord.removeChannel(CHANGELOG);
        discord.putChannel(new FakeChannel(CHANGELOG, type, "changelog", Set.of(denied)));
    }

    private void awaitMissing(String start) {
        await().untilAsserted(
                        () -> assertThat(missing()).singleElement().asString().startsWith(start));
    }

    private List<String> missing() {
        return requirements(SampleSettings.with(Optional.of(CHANGELOG), Optional.empty(), 0)).missing().stream()
                .map(MissingRequirement::sentence)
                .toList();
    }

    private GuildRequirements requirements(CogConfig settings) {
        return new GuildRequirements(
                () -> Optional.ofNullable(jda.getGuildById(FakeGuildSettings.ID)), settings.requiredAccess());
    }
}

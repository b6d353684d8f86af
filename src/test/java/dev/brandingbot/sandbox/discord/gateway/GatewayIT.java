package dev.brandingbot.sandbox.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.SandboxBot;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.testing.TestImages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions at the gateway, with the real JDA. */
class GatewayIT {
    private final List<Boolean> sessions = Collections.synchronizedList(new ArrayList<>());
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults());
        discord.addListener(new FakeDiscordListener() {
            @Override
            public void sessionStarted(boolean isResumed) {
                sessions.add(isResumed);
            }
        });
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void sendsMissedEventsAfterAResume() throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.dropConnections(4000);
            discord.changeIcon(TestImages.png("a"));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(bot.guild().getIconId())
                            .isEqualTo(discord.guild().icon().orElseThrow().hash()));
            assertThat(discord.sessionsBegun()).isEqualTo(1);
            assertThat(sessions).containsExactly(false, true);
        }
    }

    @Test
    void startsAnotherSessionWhenTheFirstIsRemoved() throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.endSessions(4000);

            await().atMost(Duration.ofSeconds(30)).until(() -> discord.sessionsBegun() == 2);
            await().atMost(Duration.ofSeconds(10)).until(() -> bot.jda().getStatus() == JDA.Status.CONNECTED);
        }
    }

    /** Some let the bot resume, others want another session. */
    @ParameterizedTest
    @ValueSource(ints = {1001, 4001, 4003, 4007, 4008, 4009})
    void hearsOfChangesAgainAfterACloseThatMayPass(int code) throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.dropConnections(code);
            discord.changeIcon(TestImages.png("after " + code));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(bot.guild().getIconId())
                            .isEqualTo(discord.guild().icon().orElseThrow().hash()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4004, 4010, 4011, 4013, 4014})
    void endsTheBotAfterAPermanentCloseCode(int code) throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.endSessions(code);

            await().atMost(Duration.ofSeconds(20)).until(() -> bot.jda().getStatus() == JDA.Status.SHUTDOWN);
            assertThat(discord.sessionsBegun()).isEqualTo(1);
        }
    }

    @Test
    void refusesAnotherTokenByRest() {
        discord.revokeToken();

        assertThatThrownBy(() -> SandboxBot.builder(discord).build()).isInstanceOf(InvalidTokenException.class);
        assertThat(discord.sessionsBegun()).isZero();
    }

    @Test
    void endsTheBotIfItsTokenIsRevoked() throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.revokeToken();
            discord.dropConnections(4000);

            await().atMost(Duration.ofSeconds(20)).until(() -> bot.jda().getStatus() == JDA.Status.SHUTDOWN);
        }
    }

    @Test
    void speaksWithoutCompressionToo() throws InterruptedException {
        var jda = SandboxBot.builder(discord)
                .setCompression(Compression.NONE)
                .build()
                .awaitReady();

        assertThat(jda.getGuilds()).hasSize(1);
        jda.shutdownNow();
    }

    @Test
    void throwsTheBotOutAndLetsItBackIn() throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.removeBot();
            await().until(() -> bot.jda().getGuilds().isEmpty());

            discord.addBot();
            await().until(() -> bot.jda().getGuilds().size() == 1);
        }
    }

    @Test
    void isReadyWithoutAGuild() throws InterruptedException {
        try (var empty = FakeDiscord.start(FakeDiscordSettings.defaults().withoutGuild());
                var bot = SandboxBot.connect(empty)) {
            assertThat(bot.jda().getGuilds()).isEmpty();

            empty.addBot();

            await().until(() -> bot.jda().getGuilds().size() == 1);
        }
    }

    @Test
    void bearsAnOutageOfTheGuild() throws InterruptedException {
        try (var bot = SandboxBot.connect(discord)) {
            discord.setAvailable(false);
            await().until(() -> bot.jda().isUnavailable(FakeGuildSettings.ID));

            discord.setAvailable(true);
            await().until(() -> bot.jda().getGuildById(FakeGuildSettings.ID) != null);
        }
    }
}

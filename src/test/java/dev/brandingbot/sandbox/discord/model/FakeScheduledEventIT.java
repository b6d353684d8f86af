package dev.brandingbot.sandbox.discord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.RestClient;
import dev.brandingbot.sandbox.discord.SandboxBot;
import dev.brandingbot.testing.TestImages;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Icon;
import net.dv8tion.jda.api.entities.ScheduledEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scheduled events, with the real JDA. */
class FakeScheduledEventIT {
    private static final String PATH = "guilds/" + FakeGuildSettings.ID + "/scheduled-events";
    private static final OffsetDateTime TOMORROW =
            OffsetDateTime.now(Clock.systemUTC()).plusDays(1).truncatedTo(ChronoUnit.SECONDS);

    private FakeDiscord discord;
    private SandboxBot bot;

    @BeforeEach
    void connect() throws InterruptedException {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults());
        bot = SandboxBot.connect(discord);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void areMadeListedChangedAndRemoved() {
        var made = bot.guild()
                .createScheduledEvent("Pride", "This server", TOMORROW, TOMORROW.plusDays(3))
                .setDescription("Colours")
                .setImage(Icon.from(TestImages.png("banner"), Icon.IconType.PNG))
                .complete();
        made.getManager()
                .setName("Pride Month")
                .setEndTime(TOMORROW.plusDays(30))
                .complete();

        assertThat(bot.guild().retrieveScheduledEvents().complete())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getName()).isEqualTo("Pride Month");
                    assertThat(event.getDescription()).isEqualTo("Colours");
                    assertThat(event.getLocation()).isEqualTo("This server");
                    assertThat(event.getStartTime()).isEqualTo(TOMORROW);
                    assertThat(event.getEndTime()).isEqualTo(TOMORROW.plusDays(30));
                    assertThat(event.getCreatorIdLong()).isEqualTo(FakeDiscordSettings.BOT);
                    assertThat(event.getStatus()).isEqualTo(ScheduledEvent.Status.SCHEDULED);
                    assertThat(event.getCoverImageId()).isNotNull();
                });
        bot.guild()
                .retrieveScheduledEventById(made.getIdLong())
                .complete()
                .delete()
                .complete();
        assertThat(discord.scheduledEvents()).isEmpty();
    }

    @Test
    void areNotListedWhenTheyAreOver() {
        var made = made();
        discord.putScheduledEvent(discord.scheduledEvents().get(0).withStatus(FakeScheduledEvent.CANCELED));

        assertThat(bot.guild().retrieveScheduledEvents().complete()).isEmpty();
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> made.getManager().setName("Again").complete())
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(180000));
    }

    @Test
    void areTheirMakersUnlessTheBotMayManageAll() {
        made();
        var own = discord.scheduledEvents().get(0);
        var other = new FakeScheduledEvent(
                own.id() + 1,
                FakeGuildSettings.OWNER,
                "Film night",
                "",
                "Cinema",
                own.start(),
                own.end(),
                FakeScheduledEvent.SCHEDULED,
                own.cover());
        discord.putScheduledEvent(other);

        var rest = new RestClient(discord);
        assertThat(rest.send("DELETE", PATH + "/" + other.id(), "{}").status()).isEqualTo(403);
        assertThat(rest.send("DELETE", PATH + "/" + own.id(), "{}").status()).isEqualTo(204);
        discord.setBotPermissions(Set.of(Permission.MANAGE_EVENTS));
        assertThat(rest.send("DELETE", PATH + "/" + other.id(), "{}").status()).isEqualTo(204);
        assertThat(rest.send("POST", PATH, "{}").status()).isEqualTo(403);
    }

    @Test
    void refuseWhatDiscordRefuses() {
        var rest = new RestClient(discord);

        assertThat(rest.send("POST", PATH, "{}").body().toString())
                .contains("50035", "\"name\"", "privacy_level", "entity_type", "location", "scheduled_end_time");
        assertThat(rest.send("POST", PATH, body("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"))
                        .body()
                        .toString())
                .contains("GUILD_SCHEDULED_EVENT_SCHEDULE_PAST");
        assertThat(rest.send("POST", PATH, body(TOMORROW.toString(), TOMORROW.toString()))
                        .body()
                        .toString())
                .contains("GUILD_SCHEDULED_EVENT_END_BEFORE_START");
        assertThat(rest.send("POST", PATH, body("tomorrow", TOMORROW.toString()))
                        .body()
                        .toString())
                .contains("DATE_TIME_TYPE_PARSE");
        assertThat(discord.scheduledEvents()).isEmpty();
    }

    private ScheduledEvent made() {
        return bot.guild()
                .createScheduledEvent("Pride", "This server", TOMORROW, TOMORROW.plusDays(3))
                .complete();
    }

    private static String body(String start, String end) {
        return """
                {"name": "Pride", "privacy_level": 2, "entity_type": 3, "entity_metadata": {"location": "Here"},
                 "scheduled_start_time": "%s", "scheduled_end_time": "%s"}""".formatted(start, end);
    }
}

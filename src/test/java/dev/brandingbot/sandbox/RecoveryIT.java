package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sandbox.discord.DiscordFaults;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.sandbox.server.FaultInjector;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Recovery from lost data and failures. */
class RecoveryIT extends SandboxFixture {
    private static final LocalDate PRIDE = LocalDate.of(2027, 6, 5);
    private static final LocalDate AFTERWARDS = LocalDate.of(2027, 7, 1);
    private static final String GUILD = ".*/guilds/\\d+";
    private static final String MESSAGES = ".*/channels/%d/messages".formatted(FakeGuildSettings.CHANGELOG);
    private static final String COMMANDS = ".*/guilds/\\d+/commands";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void announcesNothingAgainWhenRedisWasEmptied() throws Exception {
        lookOn(PRIDE);

        emptyRedis();
        sandbox.restart();

        assertThat(uploads()).hasSize(3);
        assertThat(icon()).contains("pride");
        assertThat(announcements()).hasSize(1);
    }

    @Test
    void survivesTheEndOfTheEmbeddedRedis() throws Exception {
        lookOn(PRIDE);
        var redis = redis();

        redis.destroyForcibly();
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> !redis().equals(redis));
        lookOn(AFTERWARDS);

        assertThat(icon()).contains("evergreen");
        assertThat(announcements()).hasSize(1);
        assertThat(text(ask("/branding daemon status"))).contains("Evergreen").doesNotContain("Redis");
    }

    @Test
    void announcesNoEventAgainThatWasRenamedWhileAShorterOneWasOn() throws Exception {
        lookOn(PRIDE);
        writeEvent("fair", "June 6");
        lookOn(PRIDE.plusDays(1));

        Files.move(repository.resolve("events/pride"), repository.resolve("events/pride_month"));
        lookOn(PRIDE.plusDays(2));

        assertThat(icon()).contains("events/pride_month");
        assertThat(announcements()).hasSize(2);
    }

    @Test
    void announcesOnceWhenDiscordsAnswerWasLost() throws Exception {
        sandbox.discord().faults().failNext("POST", MESSAGES, new Fault.LostAnswer());

        lookOn(PRIDE);
        sandbox.restart();

        assertThat(announcements()).hasSize(1);
        assertThat(text(ask("/branding daemon status"))).doesNotContain("failed");
    }

    @Test
    void endsAnEventWithAnUnconfirmedUpload() throws Exception {
        sandbox.discord().faults().failNext("PATCH", GUILD, new Fault.LostAnswer());
        lookOn(PRIDE);
        var whilePride = icon();

        lookOn(AFTERWARDS);
        sandbox.check();

        assertThat(whilePride).contains("pride");
        assertThat(icon()).contains("evergreen");
        assertThat(banner()).contains("evergreen");
    }

    @Test
    void triesAgainByItselfWhenDiscordFails() throws Exception {
        sandbox.discord().faults().failNext("PATCH", GUILD, DiscordFaults.error(500, 0, "Internal Server Error"));

        lookOn(PRIDE);

        await().atMost(TIMEOUT).until(() -> icon().contains("pride"));
        await().atMost(TIMEOUT).until(() -> announcements().size() == 1);
    }

    @Test
    void retriesAnIconThatWasChangedTooOften() throws Exception {
        sandbox.discord()
                .faults()
                .failAlways(
                        request -> request.body().has("icon") && request.path().matches(GUILD),
                        DiscordFaults.invalidField(
                                "icon",
                                "AVATAR_RATE_LIMIT",
                                "You are changing your avatar too fast. Try again later."));
        lookOn(PRIDE);
        var whileLimited = text(ask("/branding status"));
        var bannerWhileLimited = banner();

        sandbox.discord().faults().clear();

        assertThat(bannerWhileLimited).contains("pride");
        assertThat(whileLimited).contains("Icon: not applied yet", "too fast").doesNotContain("refused");
        await().atMost(TIMEOUT).until(() -> icon().contains("pride"));
    }

    @Test
    void waitsForTheRateLimit() throws Exception {
        sandbox.discord().faults().failNext("PATCH", GUILD, DiscordFaults.rateLimited(1));

        lookOn(PRIDE);

        assertThat(icon()).contains("pride");
        assertThat(sandbox.discord().requests().matching("PATCH", GUILD)).hasSize(3);
    }

    @Test
    void leavesTheRegisteredCommandAloneAfterARestart() throws Exception {
        sandbox.restart();

        await().atMost(TIMEOUT)
                .until(() ->
                        sandbox.discord().requests().matching("GET", COMMANDS).size() == 2);
        assertThat(text(ask("/branding about"))).isNotBlank();
        assertThat(sandbox.discord().requests().matching("POST", COMMANDS)).hasSize(1);
    }

    @Test
    void resumesAfterALostConnectionToTheGateway() throws Exception {
        sandbox.discord().endSessions(4000);
        await().atMost(TIMEOUT).until(() -> sandbox.discord().sessionsBegun() == 2);

        lookOn(PRIDE);

        assertThat(icon()).contains("pride");
        assertThat(text(ask("/branding about"))).contains("Pride");
    }

    @Test
    void keepsAnAnnouncementUntilItsChannelIsThereAgain() throws Exception {
        var channel = FakeGuildSettings.defaults().channels().get(1);
        sandbox.discord().removeChannel(FakeGuildSettings.CHANGELOG);
        lookOn(PRIDE);
        var status = text(ask("/branding daemon status"));

        sandbox.discord().putChannel(channel);

        assertThat(status).contains("The changelog channel", "No channel of this server has the ID");
        await().atMost(TIMEOUT).until(() -> announcements().size() == 1);
    }

    @Test
    void keepsTheBrandingWhileGitHubFailsAndRecovers() throws Exception {
        sandbox.gitHub().faults().failAlways(FaultInjector.requestsTo("GET", ".*"), new Fault.Disconnect());
        moveTo(PRIDE);
        var answer = text(ask("/branding sync"));
        var whileAway = icon();

        sandbox.gitHub().faults().clear();
        sandbox.check();

        assertThat(answer).contains("Nothing was changed");
        assertThat(whileAway).contains("evergreen");
        assertThat(icon()).contains("pride");
    }

    private void writeEvent(String name, String day) throws IOException {
        var event = repository.resolve("events").resolve(name);
        for (var kind : AssetKind.values()) {
            Files.createDirectories(event.resolve(kind.folder()));
            Files.write(event.resolve(kind.folder()).resolve("image.png"), TestImages.png(name + kind));
        }
        Files.writeString(
                event.resolve("meta.md"), "---\nstart_date: %s\nend_date: %s\n---\n\nAbout it.\n".formatted(day, day));
    }

    /** Returns the Redis process in the PID file; the last one while there is no other. */
    private ProcessHandle redis() throws IOException {
        var note = Files.readString(folder.resolve("data/redis.pid")).strip();
        return ProcessHandle.of(Long.parseLong(note)).orElseThrow();
    }

    private void emptyRedis() throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            for (var file :
                    files.filter(path -> path.toString().contains("appendonly")).toList()) {
                Files.delete(file);
            }
        }
    }
}

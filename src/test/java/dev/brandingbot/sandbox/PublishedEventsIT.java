package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.DiscordFaults;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeScheduledEvent;
import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.sandbox.server.LoggedRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** The calendar as scheduled events. */
class PublishedEventsIT extends SandboxFixture {
    private static final String EVENTS = ".*/scheduled-events";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void keepsTheNextThreeEventsPublishedWithTheirBanners() {
        assertThat(names()).containsExactly("Pride", "Halloween", "Winter Holidays");
        assertThat(published("Pride")).satisfies(pride -> {
            assertThat(pride.start()).isEqualTo(Instant.parse("2027-06-01T00:00:00Z"));
            assertThat(pride.end()).isEqualTo(Instant.parse("2027-07-01T00:00:00Z"));
            assertThat(pride.location()).isEqualTo("This server");
            assertThat(pride.description()).contains("white light");
            assertThat(coverFile("Pride")).startsWith("events/pride/banners/");
        });
    }

    @Test
    void followsTheClockIntoThePast() throws Exception {
        lookOn(LocalDate.of(2020, 6, 3));
        sandbox.check();
        sandbox.check();
        var requests = requests().size();
        sandbox.check();

        assertThat(sandbox.discord().scheduledEvents())
                .extracting(FakeScheduledEvent::name, event -> LocalDate.ofInstant(event.start(), ZoneOffset.UTC))
                .containsExactlyInAnyOrder(
                        tuple("Pride", LocalDate.of(2020, 6, 3)),
                        tuple("Halloween", LocalDate.of(2020, 10, 25)),
                        tuple("Winter Holidays", LocalDate.of(2020, 12, 1)));
        assertThat(published("Pride").start())
                .isEqualTo(published("Pride").start().truncatedTo(ChronoUnit.SECONDS));
        assertThat(sandbox.discord().messages(FakeGuildSettings.MOD_LOG)).isEmpty();
        assertThat(requests()).hasSize(requests);
    }

    @Test
    void removesASkippedEventAtOnce() throws Exception {
        ask("/branding event skip event:Pride");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names()).containsExactly("Halloween", "Winter Holidays", "New Year"));
    }

    @Test
    void changesTheCoverWithTheBanner() throws Exception {
        Files.delete(repository.resolve(coverFile("Pride")));

        sandbox.check();

        assertThat(coverFile("Pride")).startsWith("events/pride/banners/");
        assertThat(posts()).hasSize(3);
    }

    @Test
    void asksNothingMoreAsLongAsNothingChanges() throws Exception {
        sandbox.check();
        var before = requests().size();

        sandbox.check();
        sandbox.restart();

        assertThat(requests()).hasSize(before);
    }

    @Test
    void followsTheRepositoryAndTheCalendar() throws Exception {
        var meta = repository.resolve("events/pride/meta.md");
        Files.writeString(
                meta,
                Files.readString(meta)
                        .replace("start_date: June 1", "start_date: June 3")
                        .replace("white light", "black"));
        sandbox.check();
        var moved = published("Pride");
        deleteFolder("events/halloween");
        sandbox.check();

        assertThat(moved.start()).isEqualTo(Instant.parse("2027-06-03T00:00:00Z"));
        assertThat(moved.description()).contains("black");
        assertThat(posts()).hasSize(4);
        assertThat(names()).containsExactly("Pride", "Winter Holidays", "New Year");
    }

    @Test
    void leavesAloneWhatOthersMadeAndWhatTheyTookAway() throws Exception {
        var pride = published("Pride");
        var other = new FakeScheduledEvent(
                pride.id() + 1,
                FakeGuildSettings.OWNER,
                "Halloween",
                "A party",
                "This server",
                pride.start(),
                pride.end(),
                FakeScheduledEvent.SCHEDULED,
                Optional.empty());
        sandbox.discord().putScheduledEvent(other);
        sandbox.discord().removeScheduledEvent(pride.id());

        lookOn(START.plusDays(1));
        lookOn(START.plusDays(2));

        assertThat(names()).containsExactlyInAnyOrder("Halloween", "Winter Holidays", "Halloween");
        assertThat(sandbox.discord().scheduledEvents()).contains(other);
        assertThat(posts()).hasSize(3);
    }

    @Test
    void makesNoneTwiceWhenDiscordsAnswerWasLost() throws Exception {
        deleteFolder("events/pride");
        sandbox.discord().faults().failNext("POST", EVENTS, new Fault.LostAnswer());

        sandbox.check();
        sandbox.check();
        sandbox.restart();

        assertThat(names()).containsExactlyInAnyOrder("Halloween", "Winter Holidays", "New Year");
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        deleteFolder("events/pride");
        sandbox.discord().faults().failNext("DELETE", EVENTS + "/\\d+", DiscordFaults.error(500, 0, "Oh no"));

        sandbox.check();
        sandbox.check();

        assertThat(names()).containsExactlyInAnyOrder("Halloween", "Winter Holidays", "New Year");
    }

    @Test
    void alertsModeratorsIfItLacksThePermission() throws Exception {
        sandbox.discord()
                .setBotPermissions(
                        Set.of(Permission.MANAGE_SERVER, Permission.VIEW_CHANNEL, Permission.MESSAGE_EMBED_LINKS));
        deleteFolder("events/pride");

        await().atMost(TIMEOUT)
                .until(() -> sandbox.discord().messages(FakeGuildSettings.MOD_LOG).stream()
                        .anyMatch(message -> text(message).contains("Create Events")));

        assertThat(names()).contains("Pride");
    }

    @Test
    void publishesTheNextEventsWhenSomeHaveEnded() throws Exception {
        var november = LocalDate.of(2027, 11, 1);
        for (var name : List.of("Pride", "Halloween")) {
            sandbox.discord().putScheduledEvent(published(name).withStatus(FakeScheduledEvent.COMPLETED));
        }

        lookOn(november);

        assertThat(names()).containsExactlyInAnyOrder("Winter Holidays", "New Year", "Valentines");
    }

    private List<String> names() {
        return sandbox.discord().scheduledEvents().stream()
                .map(FakeScheduledEvent::name)
                .toList();
    }

    private FakeScheduledEvent published(String name) {
        return sandbox.discord().scheduledEvents().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The file in the repository that is the cover. */
    private String coverFile(String name) throws Exception {
        var files = new AssetFileIndex(repository);
        return published(name)
                .cover()
                .flatMap(cover -> files.nameOf(cover.bytes()))
                .orElse("none");
    }

    private List<LoggedRequest> posts() {
        return sandbox.discord().requests().matching("POST", EVENTS);
    }

    private List<LoggedRequest> requests() {
        return sandbox.discord().requests().all().stream()
                .filter(request -> request.path().contains("scheduled-events"))
                .toList();
    }

    private void deleteFolder(String folder) throws Exception {
        try (var files = Files.walk(repository.resolve(folder))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

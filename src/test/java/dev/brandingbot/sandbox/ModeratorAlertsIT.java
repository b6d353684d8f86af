package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.DiscordFaults;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** What moderators are told of trouble without asking. */
class ModeratorAlertsIT extends SandboxFixture {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void alertsOnceAboutARepositoryProblemAndItsFix() throws Exception {
        var meta = repository.resolve("events/pride/meta.md");
        var good = Files.readString(meta);
        breakDates(meta);
        sandbox.check();
        sandbox.restart();
        sandbox.check();
        var whileBroken = words("Juni 1");
        Files.writeString(meta, good);
        sandbox.check();
        sandbox.check();

        assertThat(whileBroken).singleElement().satisfies(message -> {
            assertThat(text(message))
                    .contains("needs attention", "Juni 1", "/blob/main/events/pride/meta.md?plain=1#L2)");
            assertThat(message.hasPings()).isFalse();
        });
        assertThat(words("resolved"))
                .singleElement()
                .satisfies(message ->
                        assertThat(text(message)).contains("Branding problems are resolved", "events/pride/meta.md"));
    }

    @Test
    void alertsAboutALostFeatureAndItsReturn() throws Exception {
        sandbox.discord().setFeatures(Set.of("BANNER", "ANIMATED_BANNER"));
        await().atMost(TIMEOUT).until(() -> words("ANIMATED_ICON").size() == 1);
        sandbox.restart();
        sandbox.discord().setFeatures(Set.of("BANNER", "ANIMATED_BANNER", "ANIMATED_ICON"));
        await().atMost(TIMEOUT).until(() -> words("ANIMATED_ICON").size() == 2);

        assertThat(text(words("ANIMATED_ICON").get(0))).contains("The feature ANIMATED_ICON", "icons are not animated");
        assertThat(text(words("ANIMATED_ICON").get(1))).contains("resolved");
    }

    @Test
    void reportsTheImageThatDiscordRejected() throws Exception {
        sandbox.discord()
                .faults()
                .failNext("PATCH", ".*/guilds/\\d+", DiscordFaults.error(400, 50035, "Invalid Form Body"));
        sandbox.discord()
                .faults()
                .failNext("PATCH", ".*/guilds/\\d+", DiscordFaults.error(400, 50035, "Invalid Form Body"));

        lookOn(LocalDate.of(2027, 6, 5));

        await().atMost(TIMEOUT).until(() -> words("50035").size() == 1);
        assertThat(text(words("50035").get(0))).contains("events/pride/banners/", "Replace it");
    }

    @Test
    void keepsAlertsUntilTheyCanBeSent() throws Exception {
        sandbox.discord().setBotPermissions(Set.of(Permission.MANAGE_SERVER));
        breakDates(repository.resolve("events/pride/meta.md"));
        sandbox.check();
        var whileMute = words("Juni 1");

        sandbox.discord()
                .setBotPermissions(
                        Set.of(Permission.MANAGE_SERVER, Permission.VIEW_CHANNEL, Permission.MESSAGE_EMBED_LINKS));
        await().atMost(TIMEOUT).until(() -> words("Juni 1").size() == 1);

        assertThat(whileMute).isEmpty();
    }

    /** What was told that holds {@code part}; the images of the samples are small, which is told too. */
    private List<FakeMessage> words(String part) {
        return sandbox.discord().messages(FakeGuildSettings.MOD_LOG).stream()
                .filter(message -> text(message).contains(part))
                .toList();
    }

    private static void breakDates(Path meta) throws Exception {
        Files.writeString(meta, "---\nstart_date: Juni 1\nend_date: June 30\n---\nX\n");
    }
}

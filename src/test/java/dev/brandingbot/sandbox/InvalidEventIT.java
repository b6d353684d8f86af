package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event whose icons can't be used, from the repository to what members and moderators see. */
class InvalidEventIT extends SandboxFixture {
    private static final LocalDate PRIDE = LocalDate.of(2027, 6, 5);

    @BeforeEach
    void onlyPointers() throws Exception {
        try (var icons = Files.list(icons())) {
            for (var icon : icons.toList()) {
                Files.delete(icon);
            }
        }
        Files.writeString(icons().resolve("flag.png"), "version https://git-lfs.github.com/spec/v1\n");
    }

    @Test
    void isAppliedAsAWholeWhenItIsFixed() throws Exception {
        lookOn(PRIDE);
        var icon = icon();
        var banner = banner();
        var announced = announcements().size();
        Files.write(icons().resolve("flag.png"), TestImages.png("flag"));
        sandbox.check();

        assertThat(icon).contains("evergreen");
        assertThat(banner).contains("evergreen");
        assertThat(announced).isZero();
        assertThat(icon()).contains("pride");
        assertThat(banner()).contains("pride");
        assertThat(announcements()).hasSize(1);
    }

    @Test
    void isShownToModeratorsWithWhatIsWrong() throws Exception {
        sandbox.check();
        var preview = text(ask("/branding event preview event:Pride"));
        var pin = text(ask("/branding event pin event:Pride"));
        var status = text(ask("/branding status"));

        assertThat(suggested("/branding event preview event:pri")).containsExactly("Pride (has errors)");
        assertThat(suggested("/branding event pin event:pri")).isEmpty();
        assertThat(preview).contains("Pride", "Left out", "Git LFS", "None of the event's icons can be used");
        assertThat(pin).contains("**Pride** has errors", "/branding event preview");
        assertThat(status).contains("Evergreen", "of **Evergreen**", "None of the event's icons can be used");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void namesTheIconOfAnActiveEventThatLostItsBanners() throws Exception {
        Files.write(icons().resolve("flag.png"), TestImages.png("flag"));
        lookOn(PRIDE);
        removeBanners();
        sandbox.check();

        var status = text(ask("/branding status"));
        var about = ask("/branding about event:Pride", FakeGuildSettings.MEMBER);

        assertThat(status).contains("Icon: flag.png of **Pride**", "The active event now has errors");
        assertThat(text(about)).contains("Pride");
        assertThat(icon()).contains("pride");
    }

    private List<String> suggested(String command) throws Exception {
        var typed = SlashInvocation.parse(command, FakeGuildSettings.MODERATOR, FakeGuildSettings.GENERAL);
        var reply = sandbox.discord().suggest(typed, "event").get(30, TimeUnit.SECONDS);
        return ((InteractionResult.Suggested) reply)
                .choices().stream().map(choice -> choice.path("name").asText()).toList();
    }

    private void removeBanners() throws IOException {
        try (var files = Files.list(icons().resolveSibling("banners"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private Path icons() {
        return repository.resolve("events/pride/server_icons");
    }
}

package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Moderators' answers are for the one who asked; the history is the record that they share. */
class EphemeralAnswersIT extends SandboxFixture {
    @Test
    void areAllThatModeratorsAreAnswered() throws Exception {
        for (var command : List.of(
                "status",
                "history",
                "sync",
                "calendar refresh",
                "event preview event:Pride",
                "event pin event:Pride",
                "event unpin",
                "event skip event:Pride",
                "event unskip event:Pride",
                "rotate icon",
                "rotate banner",
                "daemon disable",
                "daemon enable",
                "daemon status")) {
            assertThat(ask("/branding " + command).isEphemeral()).as(command).isTrue();
        }
    }

    @Test
    void areThoseToCommandsThatFail() throws Exception {
        for (var command : List.of(
                "event preview event:Nothing",
                "event pin event:Nothing",
                "event pin event:Pride until:soon",
                "event skip event:Evergreen",
                "event unskip event:Halloween",
                "rotate icon asset:nothing.png")) {
            assertThat(ask("/branding " + command).isEphemeral()).as(command).isTrue();
        }
        sandbox.gitHub().setRemainingRequests(0);
        for (var command : List.of("sync", "calendar refresh", "rotate icon", "event pin event:Pride")) {
            assertThat(ask("/branding " + command).isEphemeral()).as(command).isTrue();
        }
    }

    @Test
    void areThePagesOfTheHistory() throws Exception {
        for (var i = 0; i < 9; i++) {
            ask("/branding daemon enable");
        }
        var first = ask("/branding history");
        var older = first.buttons().get(1).path("custom_id").asText();

        var second = click(first, older, FakeGuildSettings.MODERATOR);

        assertThat(first.isEphemeral()).isTrue();
        assertThat(second.isEphemeral()).isTrue();
        assertThat(text(second)).contains("Page 2 of 2");
        var newer = second.buttons().get(0).path("custom_id").asText();
        var refusal = click(second, newer, FakeGuildSettings.MEMBER);
        assertThat(refusal.isEphemeral()).isTrue();
        assertThat(text(refusal)).contains("Only for moderators");
    }

    @Test
    void areNotThoseToEverybody() throws Exception {
        for (var command : List.of("about", "about event:Pride", "calendar show")) {
            assertThat(ask("/branding " + command).isEphemeral()).as(command).isFalse();
        }
    }

    @Test
    void leaveTheirTraceInTheHistory() throws Exception {
        ask("/branding event pin event:Pride");
        ask("/branding daemon disable", FakeGuildSettings.OWNER);

        assertThat(text(ask("/branding history")))
                .contains(
                        "**Pride** was pinned with no end date · `/branding event pin` by <@%s>"
                                .formatted(FakeGuildSettings.MODERATOR),
                        "the daemon was disabled · `/branding daemon disable` by <@%s>"
                                .formatted(FakeGuildSettings.OWNER));
    }

    private FakeMessage click(FakeMessage message, String button, long memberId) throws Exception {
        return answer(sandbox.discord().click(message.id(), button, memberId).get(30, TimeUnit.SECONDS));
    }
}

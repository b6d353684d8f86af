package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.testing.TestImages;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** What moderators type to steer the branding, from the command to the changed guild. */
class OverrideCommandsIT extends SandboxFixture {
    private static final LocalDate PRIDE = LocalDate.of(2027, 6, 5);

    @Test
    void pinAppliesAnEventUntilItsLastDay() throws Exception {
        var answer = ask("/branding event pin event:Halloween until:May 22");
        var pinned = icon();
        sandbox.restart();
        lookOn(START.plusDays(2));
        var lastDay = icon();
        lookOn(START.plusDays(3));

        assertThat(text(answer))
                .contains(
                        "**Halloween** stays active through May 22, 2027 UTC (ends <t:",
                        "/branding event unpin",
                        "Icon: applied");
        assertThat(answer.hasPings()).isFalse();
        assertThat(pinned).contains("halloween");
        assertThat(lastDay).contains("halloween");
        assertThat(icon()).contains("evergreen");
        assertThat(announcements()).isEmpty();
    }

    @Test
    void aboutShowsThePinAndItsEnd() throws Exception {
        ask("/branding event pin event:Halloween until:May 22");

        assertThat(text(ask("/branding about", FakeGuildSettings.MEMBER)))
                .contains("Halloween", "Pinned: by moderators, through May 22, 2027 UTC (ends <t:");
        assertThat(text(ask("/branding about event:Halloween", FakeGuildSettings.MEMBER)))
                .contains("Pinned: by moderators, through May 22, 2027 UTC (ends <t:");
        assertThat(text(ask("/branding about event:Pride", FakeGuildSettings.MEMBER)))
                .doesNotContain("Pinned");
    }

    @Test
    void aboutCountsNoDaysThatAreSkipped() throws Exception {
        ask("/branding event skip event:Pride");

        assertThat(text(ask("/branding about event:Pride", FakeGuildSettings.MEMBER)))
                .contains("Starts: <t:%d:R>"
                        .formatted(Instant.parse("2028-06-01T00:00:00Z").getEpochSecond()));
    }

    @Test
    void aboutSaysThatAPinnedEventIsActiveNow() throws Exception {
        ask("/branding event pin event:Halloween");

        assertThat(text(ask("/branding about event:Halloween", FakeGuildSettings.MEMBER)))
                .contains("Active: now")
                .doesNotContain("Starts", "Begins");
    }

    @Test
    void unskipRejectsASkipThatIsOver() throws Exception {
        ask("/branding event skip event:Pride");
        lookOn(LocalDate.of(2027, 7, 2));

        assertThat(text(ask("/branding event unskip event:Pride"))).contains("**Pride** is not skipped.");
    }

    @Test
    void unskipSaysThatAnEventWithErrorsIsNotSkipped() throws Exception {
        Files.delete(repository.resolve("events/valentines/meta.md"));
        sandbox.check();

        assertThat(text(ask("/branding event unskip event:valentines"))).contains("is not skipped.");
    }

    @Test
    void rotatingToTheAppliedAssetSaysThatItWasAppliedAgain() throws Exception {
        var applied = icon().substring(icon().lastIndexOf('/') + 1);

        assertThat(text(ask("/branding rotate icon asset:" + applied))).contains("The icon was applied again");
        assertThat(text(ask("/branding history"))).contains("icon " + applied + " of **Evergreen** (requested)");
    }

    @Test
    void pinShowsWhichEventIsReplaced() throws Exception {
        ask("/branding event pin event:Halloween");

        assertThat(text(ask("/branding event pin event:Halloween"))).contains("already pinned that way");
        assertThat(text(ask("/branding event pin event:Evergreen until:2027-06-10")))
                .contains("It replaces **Halloween**, which was pinned with no end date");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void pinRejectsInvalidAndPastDays() throws Exception {
        assertThat(text(ask("/branding event pin event:Pride until:soon")))
                .contains("\"soon\" is not a valid date", "July 10");
        assertThat(text(ask("/branding event pin event:Pride until:May 19")))
                .contains("May 19, 2027 is in the past, so nothing was pinned.", "write 2028-05-19");
        assertThat(text(ask("/branding event pin event:Pride until:2027-05-19")))
                .contains("May 19, 2027 is in the past");
        assertThat(text(ask("/branding event pin event:Prid"))).contains("Did you mean Pride?");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void pinIsKeptWhileGitHubFails() throws Exception {
        ask("/branding daemon disable");
        sandbox.gitHub().setRemainingRequests(0);

        var answer = text(ask("/branding event pin event:Halloween until:May 30"));
        sandbox.gitHub().setRemainingRequests(60);
        ask("/branding sync");

        assertThat(answer)
                .contains(
                        "stays active through", "The branding was not changed", "rate limit", "The daemon is disabled");
        assertThat(icon()).contains("halloween");
    }

    @Test
    void unpinLetsTheCalendarDecide() throws Exception {
        assertThat(text(ask("/branding event unpin"))).contains("Nothing is pinned");
        ask("/branding event pin event:Halloween");

        var answer = text(ask("/branding event unpin"));

        assertThat(answer).contains("**Halloween** is no longer pinned");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void skipEndsAnEventUntilTheNextYearAndUnskipUndoesIt() throws Exception {
        lookOn(PRIDE);

        var skipped = text(ask("/branding event skip event:Pride"));
        var whileSkipped = icon();
        var about = text(ask("/branding about"));
        var again = text(ask("/branding event skip event:Pride"));
        var unskipped = text(ask("/branding event unskip event:Pride"));

        assertThat(skipped)
                .contains(
                        "**Pride** is skipped from June 1 to June 30, 2027",
                        "Its next date is June 1, 2028",
                        "/branding event unskip");
        assertThat(whileSkipped).contains("evergreen");
        assertThat(about).contains("Evergreen");
        assertThat(again).contains("It was already skipped.");
        assertThat(unskipped).contains("**Pride** is in the calendar again");
        assertThat(icon()).contains("pride");
        assertThat(announcements()).hasSize(1);
    }

    @Test
    void skipRejectsTheFallbackAndUnskipEventsThatAreNotSkipped() throws Exception {
        assertThat(text(ask("/branding event skip event:Evergreen"))).contains("is a fallback", "can't be skipped");
        assertThat(text(ask("/branding event unskip event:Pride"))).contains("**Pride** is not skipped");
    }

    @Test
    void skipEndsThePinOfTheSameEvent() throws Exception {
        ask("/branding event pin event:Pride until:June 15");

        var answer = text(ask("/branding event skip event:Pride"));

        assertThat(answer).contains("Its pin was removed.");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void rotateAppliesTheNextOrTheGivenAsset() throws Exception {
        var before = icon();

        var next = text(ask("/branding rotate icon"));
        var second = icon();
        ask("/branding rotate icon asset:sunset.png");
        ask("/branding rotate banner asset:starry_night.png");

        assertThat(next).contains("The icon was changed", "Icon: applied", "Banner: unchanged");
        assertThat(second).isNotEqualTo(before).contains("evergreen");
        assertThat(icon()).endsWith("sunset.png");
        assertThat(banner()).endsWith("starry_night.png");
    }

    @Test
    void rotateExplainsWhyNothingWasChanged() throws Exception {
        ask("/branding daemon disable");
        moveTo(LocalDate.of(2027, 10, 31));
        ask("/branding sync");

        assertThat(text(ask("/branding rotate banner"))).contains("was not changed", "has only this banner");
        assertThat(text(ask("/branding rotate icon asset:pumpkin.png"))).contains("Halloween has no icon");
        sandbox.gitHub().setRemainingRequests(0);
        assertThat(text(ask("/branding rotate icon"))).contains("Nothing was changed", "rate limit");
    }

    @Test
    void rotateAppliesTheStillVariantWithoutAnimatedIcons() throws Exception {
        sandbox.discord().setFeatures(Set.of("BANNER"));

        var answer = text(ask("/branding rotate icon asset:beacon.gif"));

        assertThat(answer).contains("beacon.gif");
        assertThat(icon()).isEqualTo("events/evergreen/server_icons/beacon.png");
    }

    @Test
    void suggestsEventsDaysAndAssetsWhileAModeratorTypes() throws Exception {
        assertThat(suggested("/branding event pin event:hal", "event")).containsExactly("events/halloween");
        assertThat(suggested("/branding event pin event:events/halloween until:", "until"))
                .containsExactly("2027-10-31", "2027-05-27", "2027-06-20");
        assertThat(suggested("/branding event pin event:events/halloween until:July 10", "until"))
                .startsWith("2027-07-10");
        assertThat(suggested("/branding rotate icon asset:n", "asset")).contains("night.png", "sunset.png");
        assertThat(suggested("/branding event unskip event:", "event")).isEmpty();
        ask("/branding event skip event:Pride");
        assertThat(suggested("/branding event unskip event:", "event")).containsExactly("events/pride");
    }

    @Test
    void statusShowsTheBranding() throws Exception {
        lookOn(PRIDE);
        ask("/branding event skip event:Halloween");
        sandbox.discord().setFeatures(Set.of("BANNER", "ANIMATED_BANNER"));
        sandbox.discord().setBotPermissions(Set.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND));
        Files.delete(repository.resolve("events/valentines/meta.md"));
        sandbox.check();

        var answer = text(ask("/branding status"));

        assertThat(answer)
                .contains(
                        "**Pride** is active (applied <t:",
                        "Banner: ",
                        "rainbow_",
                        "Next change: **Evergreen**, July 1, 2027",
                        "Last check: <t:",
                        "Next check: <t:",
                        "**Halloween** is skipped from October",
                        "The permission Manage Server",
                        "The feature ANIMATED_ICON",
                        "The changelog channel:",
                        "the bot lacks Embed Links",
                        "requests left. The limit resets <t:",
                        "events/valentines");
    }

    @Test
    void statusShowsManualAndPendingChanges() throws Exception {
        sandbox.discord().changeIcon(TestImages.png("by hand"));
        sandbox.discord().setBotPermissions(Set.of(Permission.VIEW_CHANNEL));
        lookOn(PRIDE);
        sandbox.restart();

        assertThat(text(ask("/branding status")))
                .contains(
                        "**Evergreen** is active",
                        "Changed manually: The icon",
                        "Pending: Banner: not applied yet",
                        "Manage Server");
    }

    @Test
    void historyShowsWhoDidWhatAndWhy() throws Exception {
        ask("/branding event pin event:Pride until:May 25");
        ask("/branding rotate icon");
        ask("/branding daemon disable");

        var answer = ask("/branding history");

        assertThat(text(answer).lines().filter(line -> line.contains(" · ")).toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains(
                                        "the daemon was disabled",
                                        "`/branding daemon disable` by <@" + FakeGuildSettings.MODERATOR + ">"),
                        line -> assertThat(line)
                                .contains("icon rainbow", "of **Pride** (requested)", "`/branding rotate icon`"),
                        line -> assertThat(line).contains("(event changed)", "`/branding event pin`"),
                        line -> assertThat(line).contains("(event changed)", "`/branding event pin`"),
                        line -> assertThat(line).contains("**Pride** was pinned through May 25, 2027"),
                        line -> assertThat(line)
                                .contains("of **Evergreen** (event changed)")
                                .doesNotContain("by <@"),
                        line -> assertThat(line).contains("of **Evergreen** (event changed)"));
        assertThat(answer.hasPings()).isFalse();
    }

    @Test
    void historyChangesPagesAfterARestartForModeratorsOnly() throws Exception {
        for (var i = 0; i < 5; i++) {
            ask("/branding daemon enable");
            ask("/branding daemon disable");
        }
        var first = ask("/branding history");
        sandbox.restart();

        var older = first.buttons().get(1).path("custom_id").asText();
        var refused = click(first, older, FakeGuildSettings.MEMBER);
        var second = click(first, older, FakeGuildSettings.MODERATOR);

        assertThat(text(first)).contains("Page 1 of 2").doesNotContain("Evergreen");
        assertThat(text(refused)).contains("Only for moderators");
        assertThat(text(second)).contains("Page 2 of 2", "Evergreen");
    }

    @Test
    void areForModeratorsOnly() throws Exception {
        for (var command : List.of(
                "event pin event:Pride",
                "event unpin",
                "event skip event:Pride",
                "event unskip event:Pride",
                "rotate icon",
                "rotate banner",
                "status",
                "history")) {
            var answer = ask("/branding " + command, FakeGuildSettings.MEMBER);

            assertThat(answer.isEphemeral()).as(command).isTrue();
            assertThat(text(answer)).as(command).contains("Only for moderators");
        }
        assertThat(uploads()).hasSize(1);
    }

    private FakeMessage click(FakeMessage message, String button, long memberId) throws Exception {
        return answer(sandbox.discord().click(message.id(), button, memberId).get(30, TimeUnit.SECONDS));
    }

    private List<String> suggested(String typed, String option) throws Exception {
        var reply = sandbox.discord()
                .suggest(SlashInvocation.parse(typed, FakeGuildSettings.MODERATOR, FakeGuildSettings.GENERAL), option)
                .get(30, TimeUnit.SECONDS);
        return ((InteractionResult.Suggested) reply)
                .choices().stream()
                        .map((JsonNode choice) -> choice.path("value").asText())
                        .toList();
    }
}

package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.DiscordFaults;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.testing.TestImages;
import java.awt.Dimension;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** From a typed command to a changed guild. */
class CommandsIT extends SandboxFixture {
    private static final LocalDate PRIDE = LocalDate.of(2027, 6, 5);

    @Test
    void aboutShowsTheEventAndItsDates() throws Exception {
        lookOn(PRIDE);

        var answer = ask("/branding about", FakeGuildSettings.MEMBER);

        assertThat(text(answer)).contains("Pride", "white light holds", "June 1 – June 30", "<t:1814400000:R>");
        assertThat(answer.isEphemeral()).isFalse();
        assertThat(answer.hasPings()).isFalse();
    }

    @Test
    void aboutShowsTheImagesThatAreOn() throws Exception {
        lookOn(PRIDE);

        var answer = ask("/branding about", FakeGuildSettings.MEMBER);

        assertThat(answer.files()).extracting(FakeMessage.File::name).containsExactly("banner.png", "icon.png");
        assertThat(answer.files()).extracting(FakeMessage.File::contentType).containsOnly("image/png");
        assertThat(answer.files().get(1).dimensions()).hasValue(new Dimension(256, 256));
        var embed = answer.embeds().get(0);
        assertThat(embed.at("/image/url").asText()).endsWith("/banner.png");
        assertThat(embed.at("/thumbnail/url").asText()).endsWith("/icon.png");
        assertThat(text(answer)).contains("Next event: **Halloween** · <t:");
    }

    @Test
    void aboutCostsADownloadOnceForEachImage() throws Exception {
        ask("/branding about event:Halloween");
        sandbox.gitHub().requests().clear();
        sandbox.restart();
        var looks = sandbox.gitHub().requests().all().size();

        var again = ask("/branding about event:Halloween");

        assertThat(again.files()).hasSize(2);
        assertThat(sandbox.gitHub().requests().all()).hasSize(looks);
    }

    @Test
    void aboutDoesWithoutImagesWhileGitHubFails() throws Exception {
        sandbox.gitHub().setRemainingRequests(0);

        var answer = ask("/branding about event:Halloween");

        assertThat(text(answer)).contains("Halloween", "October");
        assertThat(answer.files()).isEmpty();
        assertThat(answer.embeds().get(0).has("image")).isFalse();
    }

    @Test
    void aboutShowsAnotherEvent() throws Exception {
        assertThat(text(ask("/branding about event:Halloween", FakeGuildSettings.MEMBER)))
                .contains("Halloween", "October");
        assertThat(text(ask("/branding about event:Haloween", FakeGuildSettings.MEMBER)))
                .contains("Did you mean Halloween?");
    }

    @Test
    void suggestsEventsWhileAMemberTypes() throws Exception {
        var typed =
                SlashInvocation.parse("/branding about event:ha", FakeGuildSettings.MEMBER, FakeGuildSettings.GENERAL);
        var reply = sandbox.discord().suggest(typed, "event").get(30, TimeUnit.SECONDS);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        InteractionResult.Suggested.class,
                        suggested -> assertThat(suggested.choices())
                                .extracting(choice -> choice.path("value").asText())
                                .containsExactly("events/halloween"));
    }

    @Test
    void calendarShowsTheEventsInTheOrderInWhichTheyCome() throws Exception {
        var answer = text(ask("/branding calendar show", FakeGuildSettings.MEMBER));

        assertThat(answer)
                .containsSubsequence(
                        "Pride",
                        "Halloween",
                        "Winter Holidays",
                        "New Year",
                        "Valentines",
                        "Leap Week",
                        "Earth Day",
                        "Evergreen");
    }

    @Test
    void calendarChangesPagesAfterARestart() throws Exception {
        for (var day = 1; day <= 28; day++) {
            addEvent("july_%02d".formatted(day), "July " + day);
        }
        ask("/branding calendar refresh");
        var first = ask("/branding calendar show");
        sandbox.restart();

        var later = first.buttons().get(1).path("custom_id").asText();
        var second = answer(sandbox.discord()
                .click(first.id(), later, FakeGuildSettings.MEMBER)
                .get(30, TimeUnit.SECONDS));

        assertThat(first.files()).extracting(FakeMessage.File::name).containsExactly("calendar.png");
        assertThat(first.files()).extracting(FakeMessage.File::contentType).containsExactly("image/png");
        assertThat(first.embeds().get(0).at("/image/url").asText()).endsWith("/calendar.png");
        assertThat(second.files()).hasSize(1);
        assertThat(text(first)).contains("July 01", "Page 1 of 2").doesNotContain("Evergreen");
        assertThat(text(second)).contains("Evergreen", "Page 2 of 2").doesNotContain("July 01");
    }

    @Test
    void buttonsGoAwayWhenTheCalendarGotShorter() throws Exception {
        for (var day = 1; day <= 28; day++) {
            addEvent("july_%02d".formatted(day), "July " + day);
        }
        ask("/branding calendar refresh");
        var page = ask("/branding calendar show");
        for (var day = 1; day <= 28; day++) {
            Files.delete(repository.resolve("events/july_%02d/meta.md".formatted(day)));
        }
        ask("/branding calendar refresh");

        var later = page.buttons().get(1).path("custom_id").asText();
        var after = answer(sandbox.discord()
                .click(page.id(), later, FakeGuildSettings.MEMBER)
                .get(30, TimeUnit.SECONDS));

        assertThat(after.buttons()).isEmpty();
        assertThat(text(after)).contains("Evergreen").doesNotContain("July 01");
        assertThat(after.files()).hasSize(1);
    }

    @Test
    void previewsAnyEventForTheAskerAloneAndAppliesNothing() throws Exception {
        var answer = ask("/branding event preview event:Halloween");

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(text(answer)).contains("Halloween", "October");
        assertThat(answer.files()).extracting(FakeMessage.File::name).containsExactly("banner.png", "icon.gif");
        assertThat(answer.embeds().get(0).at("/thumbnail/url").asText()).endsWith("/icon.gif");
        assertThat(uploads()).hasSize(1);
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void previewsWhatCanBeShownWhereTheGuildHasNoBoosts() throws Exception {
        sandbox.discord().setFeatures(Set.of());

        var answer = ask("/branding event preview event:Halloween");

        assertThat(answer.files()).extracting(FakeMessage.File::name).containsExactly("banner.png", "icon.png");
        assertThat(text(answer)).contains("this server has no banner feature");
    }

    @Test
    void previewsAllImagesOnAPage() throws Exception {
        var answer = ask("/branding event preview event:Pride");

        assertThat(answer.files())
                .extracting(FakeMessage.File::name)
                .containsExactly("banner.png", "icon.png", "all.png");
        assertThat(answer.embeds().get(1).at("/image/url").asText()).endsWith("/all.png");
        assertThat(answer.files().get(2).dimensions().orElseThrow().width).isEqualTo(1200);
    }

    @Test
    void refusesMembersTheModeratorsCommandsSoThatOnlyTheySeeIt() throws Exception {
        for (var command : Set.of(
                "calendar refresh",
                "sync",
                "event preview event:Pride",
                "daemon enable",
                "daemon disable",
                "daemon status")) {
            var answer = ask("/branding " + command, FakeGuildSettings.MEMBER);

            assertThat(answer.isEphemeral()).as(command).isTrue();
            assertThat(text(answer)).as(command).contains("Only for moderators");
        }
        assertThat(uploads()).hasSize(1);
    }

    @Test
    void letsAMemberWithManageServerDoWhatAModeratorMay() throws Exception {
        assertThat(text(ask("/branding daemon status", FakeGuildSettings.OWNER)))
                .contains("The daemon is enabled");
    }

    @Test
    void syncRevertsManualChangesOnly() throws Exception {
        var icon = icon();
        sandbox.discord().changeIcon(TestImages.png("by hand"));

        var answer = text(ask("/branding sync"));

        assertThat(answer).contains("Up to date", "Banner: applied", "Icon: applied");
        assertThat(icon()).isEqualTo(icon);
        assertThat(announcements()).isEmpty();
    }

    @Test
    void sendsTheImagesAloneWithAReasonForTheAuditLog() {
        var upload = uploads().get(0);

        assertThat(upload.body().fieldNames()).toIterable().containsExactlyInAnyOrder("banner", "icon");
        assertThat(upload.auditLogReason()).hasValue("Branding: Evergreen (events/evergreen)");
    }

    @Test
    void refreshNamesWhatIsWrongAndLeavesTheOthersAlone() throws Exception {
        Files.writeString(
                repository.resolve("events/pride/meta.md"), "---\nstart_date: Juni 1\nend_date: June 30\n---\nX\n");

        var answer = text(ask("/branding calendar refresh"));

        assertThat(answer)
                .contains(
                        "7 events can be used. 1 event is left out because of errors.",
                        "events/pride/meta.md",
                        "Juni 1");
        assertThat(text(ask("/branding calendar show"))).doesNotContain("Pride").contains("Halloween");
    }

    @Test
    void daemonStaysSwitchedOffOverARestartUntilItIsSwitchedOn() throws Exception {
        assertThat(text(ask("/branding daemon disable"))).contains("The daemon is disabled");
        sandbox.restart();
        lookOn(PRIDE);
        var whileOff = icon();

        ask("/branding daemon enable");
        sandbox.check();

        assertThat(whileOff).contains("evergreen");
        assertThat(icon()).contains("pride");
        assertThat(text(ask("/branding daemon status")))
                .contains("The daemon is enabled", "Pride", "Last check", "Next check");
    }

    @Test
    void syncEntersAnEventWhileTheDaemonIsOff() throws Exception {
        ask("/branding daemon disable");
        moveTo(PRIDE);

        ask("/branding sync");

        assertThat(icon()).contains("pride");
        assertThat(announcements()).hasSize(1);
    }

    @Test
    void reportsThatManageServerIsMissing() throws Exception {
        sandbox.discord().setBotPermissions(Set.of(Permission.VIEW_CHANNEL));
        moveTo(PRIDE);

        var answer = text(ask("/branding sync"));

        assertThat(answer).contains("Not up to date", "Manage Server");
        assertThat(uploads()).hasSize(1);
    }

    @Test
    void appliesTheStillVariantWithoutBoosts() throws Exception {
        sandbox.discord().setFeatures(Set.of());
        moveTo(LocalDate.of(2027, 10, 31));

        var answer = text(ask("/branding sync"));

        assertThat(icon()).isEqualTo("events/halloween/server_icons/pumpkin_lantern.png");
        assertThat(answer).contains("Up to date", "Banner: not applied: this server has no banner feature");
        assertThat(uploads().get(uploads().size() - 1).body().has("banner")).isFalse();
    }

    @Test
    void reportsDiscordsAnswerAndRetries() throws Exception {
        ask("/branding daemon disable");
        sandbox.discord()
                .faults()
                .failNext("PATCH", ".*/guilds/\\d+", DiscordFaults.error(403, 60003, "Two factor is required"));
        moveTo(PRIDE);

        var refused = text(ask("/branding sync"));
        var again = text(ask("/branding sync"));

        assertThat(refused).contains("Not up to date", "60003", "two-factor authentication");
        assertThat(again).contains("Up to date");
        assertThat(icon()).contains("pride");
        assertThat(announcements()).hasSize(1);
    }

    @Test
    void keepsTheBrandingAndReportsWhenGitHubFails() throws Exception {
        sandbox.gitHub().setRemainingRequests(0);
        moveTo(PRIDE);

        var answer = text(ask("/branding sync"));

        assertThat(answer).contains("Nothing was changed", "rate limit", "until");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void announcesWithoutPingingAnybody() throws Exception {
        Files.writeString(
                repository.resolve("events/pride/meta.md"),
                "---\nstart_date: June 1\nend_date: June 30\n---\n@everyone <@&%d> <@%d>\n"
                        .formatted(FakeGuildSettings.MODERATOR_ROLE, FakeGuildSettings.OWNER));

        lookOn(PRIDE);

        assertThat(announcements()).singleElement().satisfies(message -> {
            assertThat(message.hasPings()).isFalse();
            assertThat(text(message)).contains("A new event", "Pride", "June 1 – June 30", "events/pride");
        });
    }

    @Test
    void statusShowsManualChanges() throws Exception {
        var before = text(ask("/branding daemon status"));
        sandbox.discord().changeIcon(TestImages.png("by hand"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> text(ask("/branding daemon status")).contains("Changed manually: The icon"));

        ask("/branding sync");

        assertThat(before).doesNotContain("by hand");
        assertThat(text(ask("/branding daemon status"))).doesNotContain("by hand");
    }

    @Test
    void showsTheLastCheckAfterARestart() throws Exception {
        ask("/branding daemon disable");

        sandbox.restart();

        assertThat(text(ask("/branding daemon status")))
                .contains("The daemon is disabled", "Active event: ", "Last check");
    }

    @Test
    void announcesWithTheAppliedImages() throws Exception {
        lookOn(PRIDE);

        assertThat(announcements()).singleElement().satisfies(message -> {
            assertThat(message.files()).extracting(FakeMessage.File::name).containsExactly("banner.png", "icon.png");
            assertThat(message.files().get(0).bytes())
                    .isEqualTo(guild().banner().orElseThrow().bytes());
            assertThat(message.files().get(1).bytes())
                    .isEqualTo(guild().icon().orElseThrow().bytes());
            assertThat(message.embeds().get(0).at("/image/url").asText()).endsWith("/banner.png");
        });
    }

    @Test
    void announcesWithoutImagesIfAttachmentsAreForbidden() throws Exception {
        sandbox.discord()
                .putChannel(new FakeChannel(
                        FakeGuildSettings.CHANGELOG, "changelog", Set.of(Permission.MESSAGE_ATTACH_FILES)));

        lookOn(PRIDE);

        assertThat(announcements()).singleElement().satisfies(message -> {
            assertThat(message.files()).isEmpty();
            assertThat(text(message)).contains("Pride");
        });
    }

    @Test
    void announcesWithoutImagesThatAreTooLargeForDiscord() throws Exception {
        sandbox.discord()
                .faults()
                .failNext("POST", ".*/messages", DiscordFaults.error(413, 40005, "Request entity too large"));

        lookOn(PRIDE);

        assertThat(announcements())
                .singleElement()
                .satisfies(message -> assertThat(message.files()).isEmpty());
    }

    @Test
    void costsOneConditionalRequestAndNothingAtDiscordWhenNothingChanged() throws Exception {
        ask("/branding daemon disable");
        sandbox.gitHub().requests().clear();
        sandbox.discord().requests().clear();

        ask("/branding calendar refresh");

        assertThat(sandbox.gitHub().requests().all()).singleElement().satisfies(request -> {
            assertThat(request.header("If-None-Match")).isPresent();
            assertThat(request.status()).hasValue(304);
        });
        assertThat(uploads()).isEmpty();
    }

    private void addEvent(String name, String day) throws Exception {
        var event = repository.resolve("events").resolve(name);
        var sample = repository.resolve("events/earth_day");
        for (var kind : Set.of("banners", "server_icons")) {
            Files.createDirectories(event.resolve(kind));
            try (var files = Files.list(sample.resolve(kind))) {
                for (var file : files.toList()) {
                    Files.copy(file, event.resolve(kind).resolve(file.getFileName()));
                }
            }
        }
        Files.writeString(event.resolve("meta.md"), "---\nstart_date: %s\nend_date: %1$s\n---\nX\n".formatted(day));
    }
}

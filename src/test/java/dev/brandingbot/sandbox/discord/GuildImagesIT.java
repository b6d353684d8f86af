package dev.brandingbot.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.GuildChange;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.testing.TestImages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Icon;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guild's branding, with the real JDA. */
class GuildImagesIT {
    private final List<GuildChange> changes = new CopyOnWriteArrayList<>();
    private FakeDiscord discord;
    private SandboxBot bot;

    @BeforeEach
    void connect() throws InterruptedException {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults());
        discord.addListener(new FakeDiscordListener() {
            @Override
            public void guildChanged(GuildChange change) {
                changes.add(change);
            }
        });
        bot = SandboxBot.connect(discord);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void isReadyWithTheGuild() {
        assertThat(bot.jda().getStatus()).isEqualTo(JDA.Status.CONNECTED);
        assertThat(bot.guild().getName()).isEqualTo("Sandbox");
        assertThat(bot.guild().getSelfMember().hasPermission(Permission.MANAGE_SERVER))
                .isTrue();
        assertThat(bot.guild().getTextChannels()).extracting("name").containsExactly("general", "changelog", "mod-log");
        assertThat(bot.guild().getOwnerIdLong()).isEqualTo(FakeGuildSettings.OWNER);
    }

    @Test
    void showsTheIconThatTheBotUploads() {
        bot.guild()
                .getManager()
                .setIcon(Icon.from(TestImages.png("a"), Icon.IconType.PNG))
                .reason("Täglich: events/easter")
                .complete();

        var icon = discord.guild().icon().orElseThrow();
        assertThat(icon.bytes()).isEqualTo(TestImages.png("a"));
        assertThat(icon.mediaType()).isEqualTo("image/png");
        await().untilAsserted(() -> assertThat(bot.guild().getIconId()).isEqualTo(icon.hash()));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.isByBot()).isTrue();
            assertThat(change.reason()).contains("Täglich: events/easter");
            assertThat(change.before().icon()).isEmpty();
        });
        assertThat(discord.requests().matching("PATCH", ".*/guilds/\\d+"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.auditLogReason()).contains("Täglich: events/easter");
                    assertThat(request.body().path("icon").asText()).startsWith("data:image/png;base64,");
                });
    }

    @Test
    void namesTheSameBytesTheSame() {
        var icon = Icon.from(TestImages.animatedGif("a"), Icon.IconType.GIF);
        bot.guild().getManager().setIcon(icon).setBanner(icon).complete();

        assertThat(discord.guild().icon().orElseThrow().hash()).startsWith("a_");
        assertThat(discord.guild().icon().map(GuildImage::hash))
                .isEqualTo(discord.guild().banner().map(GuildImage::hash));
    }

    @Test
    void notifiesTheBotOfAManualIconChange() {
        discord.changeIcon(TestImages.gif("a"));

        var hash = discord.guild().icon().orElseThrow().hash();
        await().untilAsserted(() -> assertThat(bot.guild().getIconId()).isEqualTo(hash));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.isByBot()).isFalse();
            assertThat(change.reason()).isEqualTo(Optional.empty());
        });
    }

    @Test
    void rejectsAnImageOfAnotherType() {
        var mislabelled = Icon.from(TestImages.gif("a"), Icon.IconType.PNG);

        assertThatThrownBy(() -> bot.guild().getManager().setIcon(mislabelled).complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorResponse()).isEqualTo(ErrorResponse.INVALID_FORM_BODY));
        assertThat(changes).isEmpty();
    }

    @Test
    void refusesABannerWithoutTheFeatureForIt() {
        var manager = bot.guild().getManager().setBanner(Icon.from(TestImages.png("a"), Icon.IconType.PNG));
        discord.setFeatures(Set.of());
        changes.clear();

        assertThatThrownBy(manager::complete)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(50101));
        assertThat(discord.guild().banner()).isEmpty();
    }

    @Test
    void refusesAnAnimatedIconWithoutTheFeatureForIt() {
        discord.setFeatures(Set.of("BANNER"));

        assertThatThrownBy(() -> bot.guild()
                        .getManager()
                        .setIcon(Icon.from(TestImages.animatedGif("a"), Icon.IconType.GIF))
                        .complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(50101));
        assertThat(discord.guild().icon()).isEmpty();
    }

    @Test
    void refusesABotThatMayNotManageTheGuild() {
        discord.setBotPermissions(Set.of());

        var answer = new RestClient(discord).send("PATCH", "guilds/" + FakeGuildSettings.ID, "{\"icon\": null}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("code").asInt()).isEqualTo(50013);
        assertThat(changes).isEmpty();
    }
}

package dev.brandingbot.sandbox.discord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brandingbot.sandbox.discord.DiscordFaults;
import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.RestClient;
import dev.brandingbot.sandbox.discord.SandboxBot;
import dev.brandingbot.sandbox.server.FaultInjector;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.testing.TestImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages in channels, with the real JDA. */
class FakeMessageIT {
    private static final String PATH = "channels/" + FakeGuildSettings.CHANGELOG + "/messages";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-04-05T12:00:00Z"));
    private FakeDiscord discord;
    private SandboxBot bot;

    @BeforeEach
    void connect() throws InterruptedException {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults().withClock(clock));
        bot = SandboxBot.connect(discord);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void showsWhatTheBotSends() {
        channel()
                .sendMessageEmbeds(new EmbedBuilder()
                        .setTitle("Easter")
                        .setImage("attachment://banner.png")
                        .build())
                .addFiles(FileUpload.fromData(TestImages.png("a"), "banner.png"))
                .complete();

        assertThat(discord.messages(FakeGuildSettings.CHANGELOG))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.embeds().get(0).path("title").asText()).isEqualTo("Easter");
                    assertThat(message.files())
                            .extracting(FakeMessage.File::name)
                            .containsExactly("banner.png");
                    assertThat(message.isEphemeral()).isFalse();
                });
        assertThat(channel().getIterableHistory().complete()).hasSize(1);
    }

    @Test
    void givesAnEmbedTheAddressOfTheFileThatItShows() {
        channel()
                .sendMessageEmbeds(showing("banner.png"))
                .addFiles(FileUpload.fromData(TestImages.png("a"), "banner.png"))
                .complete();

        assertThat(discord.messages(FakeGuildSettings.CHANGELOG))
                .singleElement()
                .satisfies(message -> {
                    var file = message.json().at("/attachments/0");
                    assertThat(message.embeds().get(0).at("/image/url").asText())
                            .isEqualTo(file.path("url").asText())
                            .startsWith("https://cdn.discordapp.com/");
                });
    }

    @Test
    void rejectsAnEmbedWithAMissingFile() {
        assertThatThrownBy(() -> channel()
                        .sendMessageEmbeds(showing("icon.png"))
                        .addFiles(FileUpload.fromData(TestImages.png("a"), "banner.png"))
                        .complete())
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("The referenced attachment was not found");
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG)).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> channel()
                        .sendFiles(FileUpload.fromData(new byte[(10 << 20) + 1], "banner.png"))
                        .complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(40005));
    }

    @Test
    void keepsOnlyTheFilesOfAnEdit() {
        var message = channel()
                .sendFiles(
                        FileUpload.fromData(TestImages.png("a"), "a.png"),
                        FileUpload.fromData(TestImages.png("b"), "b.png"))
                .complete();

        var attachment = message.getAttachments().get(1);
        message.editMessageAttachments(
                        AttachedFile.fromAttachment(attachment), FileUpload.fromData(TestImages.png("c"), "c.png"))
                .complete();

        assertThat(discord.messages(FakeGuildSettings.CHANGELOG).get(0).files())
                .extracting(FakeMessage.File::name)
                .containsExactly("b.png", "c.png");
    }

    @Test
    void rejectsAnEditWithAMissingFile() {
        var message = channel().sendMessage("x").complete();

        assertThatThrownBy(() -> message.editMessageAttachments(AttachedFile.fromAttachment(7))
                        .complete())
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("does not match the uploaded files");
    }

    private static MessageEmbed showing(String file) {
        return new EmbedBuilder().setImage("attachment://" + file).build();
    }

    @Test
    void sendsOnceWithTheSameNonceWithinMinutes() {
        var first = channel().sendMessage("once").setNonce("easter-2026").complete();
        var again = channel().sendMessage("once").setNonce("easter-2026").complete();
        clock.advance(Duration.ofMinutes(6));
        var later = channel().sendMessage("once").setNonce("easter-2026").complete();

        assertThat(again.getIdLong()).isEqualTo(first.getIdLong());
        assertThat(later.getIdLong()).isNotEqualTo(first.getIdLong());
    }

    @Test
    void editsAndDeletes() {
        var message = channel().sendMessage("old").complete();

        message.editMessage("new").complete();
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG))
                .extracting(FakeMessage::content)
                .containsExactly("new");

        message.delete().complete();
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG)).isEmpty();
    }

    @Test
    void pingsNobodyThatIsNotAllowed() {
        var text = "@everyone <@" + FakeGuildSettings.MEMBER + "> <@&" + FakeGuildSettings.MODERATOR_ROLE + ">";
        channel().sendMessage(text).setAllowedMentions(List.of()).complete();
        channel().sendMessage(text).complete();

        assertThat(discord.messages(FakeGuildSettings.CHANGELOG))
                .extracting(FakeMessage::hasPings)
                .containsExactly(false, true);
    }

    @Test
    void pingsARoleThatIsNotMentionableWithThePermissionOnly() {
        var text = "<@&" + FakeGuildSettings.MODERATOR_ROLE + ">";
        channel()
                .sendMessage(text)
                .setAllowedMentions(List.of())
                .mentionRoles(FakeGuildSettings.MODERATOR_ROLE)
                .complete();
        discord.setBotPermissions(
                Set.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_MENTION_EVERYONE));
        channel()
                .sendMessage(text)
                .setAllowedMentions(List.of())
                .mentionRoles(FakeGuildSettings.MODERATOR_ROLE)
                .complete();
        channel()
                .sendMessage(text)
                .setAllowedMentions(List.of())
                .mentionRoles(1L)
                .complete();

        assertThat(discord.messages(FakeGuildSettings.CHANGELOG))
                .extracting(FakeMessage::hasPings)
                .containsExactly(false, true, false);
    }

    @Test
    void waitsOutARateLimit() {
        discord.faults().failNext("POST", ".*/messages", DiscordFaults.rateLimited(1));

        channel().sendMessage("patient").complete();

        assertThat(discord.messages(FakeGuildSettings.CHANGELOG)).hasSize(1);
        assertThat(discord.requests().matching("POST", ".*/messages"))
                .extracting(request -> request.status().getAsInt())
                .containsExactly(429, 200);
    }

    @Test
    void saysDiscordsOwnErrors() {
        discord.faults()
                .failAlways(
                        FaultInjector.requestsTo("POST", ".*/messages"),
                        DiscordFaults.error(403, 60003, "Two factor is required"));

        assertThatThrownBy(() -> channel().sendMessage("no").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(60003));
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG)).isEmpty();
    }

    @Test
    void refusesWhatIsOverTheLimits() {
        assertThat(post("{\"content\": \"" + "x".repeat(2_001) + "\"}").code()).isEqualTo(50035);
        assertThat(post("{\"embeds\": [{\"title\": \"" + "x".repeat(257) + "\"}]}")
                        .body()
                        .at("/errors/embeds/0/title/_errors/0/code")
                        .asText())
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(post("{\"content\": \" \"}").code()).isEqualTo(50006);
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG)).isEmpty();
    }

    @Test
    void refusesWithoutPermission() {
        discord.putChannel(
                new FakeChannel(FakeGuildSettings.CHANGELOG, "changelog", Set.of(Permission.MESSAGE_EMBED_LINKS)));
        assertThat(post("{\"embeds\": [{\"title\": \"x\"}]}").code()).isEqualTo(50013);
        assertThat(post("{\"content\": \"x\"}").status()).isEqualTo(200);

        discord.putChannel(new FakeChannel(FakeGuildSettings.CHANGELOG, "changelog", Set.of(Permission.VIEW_CHANNEL)));
        assertThat(post("{\"content\": \"x\"}").code()).isEqualTo(50001);

        discord.removeChannel(FakeGuildSettings.CHANGELOG);
        assertThat(post("{\"content\": \"x\"}").code()).isEqualTo(10003);
    }

    private RestClient.Answer post(String json) {
        return new RestClient(discord).send("POST", PATH, json);
    }

    private TextChannel channel() {
        var channel = bot.jda().getTextChannelById(FakeGuildSettings.CHANGELOG);
        if (channel == null) {
            throw new AssertionError("The bot does not see the channel");
        }
        return channel;
    }
}

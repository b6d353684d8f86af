package dev.brandingbot.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels that the bot can't view, with the real JDA. */
class HiddenChannelIT {
    private static final Set<Permission> VIEW = Set.of(Permission.VIEW_CHANNEL);
    private static final long HIDDEN = 50;
    private static final List<ChannelType> TYPES = List.of(
            ChannelType.TEXT,
            ChannelType.VOICE,
            ChannelType.CATEGORY,
            ChannelType.NEWS,
            ChannelType.STAGE,
            ChannelType.FORUM,
            ChannelType.MEDIA);

    private FakeDiscord discord;
    private SandboxBot bot;

    @BeforeEach
    void connect() throws InterruptedException {
        var channels = Stream.concat(
                Stream.of(new FakeChannel(FakeGuildSettings.GENERAL, "general")),
                TYPES.stream().map(type -> new FakeChannel(HIDDEN + type.getId(), type, "secret", VIEW)));
        discord = FakeDiscord.start(FakeDiscordSettings.defaults()
                .withGuild(FakeGuildSettings.defaults().withChannels(channels.toList())));
        bot = SandboxBot.connect(discord);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void comeWithoutTheirNameButWithTheirType() {
        for (var type : TYPES) {
            var channel = bot.guild().getGuildChannelById(HIDDEN + type.getId());

            assertThat(channel).as(type.name()).isNotNull();
            assertThat(channel.getName()).isEqualTo("___hidden___");
            assertThat(channel.getType()).isEqualTo(type);
            assertThat(bot.guild().getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL))
                    .isFalse();
        }
    }

    @Test
    void areLeftOutOfTheListByRest() {
        var answer = new RestClient(discord).send("GET", "guilds/" + FakeGuildSettings.ID + "/channels", "");

        assertThat(answer.body())
                .singleElement()
                .satisfies(channel -> assertThat(channel.path("name").asText()).isEqualTo("general"));
    }

    @Test
    void getTheirNameWhenTheyBecomeVisible() {
        var id = HIDDEN + ChannelType.VOICE.getId();

        discord.putChannel(new FakeChannel(id, ChannelType.VOICE, "secret", Set.of()));

        await().until(() -> name(id).equals("secret"));
    }

    @Test
    void loseTheirNameWhenTheBotCanViewNothingAnymore() {
        discord.setBotPermissions(EnumSet.noneOf(Permission.class));
        discord.putRole(new FakeRole(FakeGuildSettings.ID, "@everyone", Set.of()));

        await().until(() -> name(FakeGuildSettings.GENERAL).equals("___hidden___"));
    }

    private String name(long channelId) {
        return bot.guild().getGuildChannelById(channelId).getName();
    }
}

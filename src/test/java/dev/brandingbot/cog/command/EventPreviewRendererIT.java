package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.RedisThumbnailCache;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.testing.TestImages;
import dev.brandingbot.thumbnail.DownloadLimiter;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPreviewRendererIT {
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 15);
    private static final GuildCapabilities BOOSTED = new GuildCapabilities(true, true, true, true, true, true);
    private static final GuildCapabilities PLAIN = new GuildCapabilities(true, true, false, false, false, true);
    private static final byte[] MOVING = TestImages.animatedGif("party");

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = SettableClock.at(TODAY);
    private final ManualExecutor executor = new ManualExecutor(clock);
    private final InMemorySource source = new InMemorySource();
    private final BrandedGuild guild = mock(BrandedGuild.class);
    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
        when(guild.capabilities()).thenReturn(BOOSTED);
        source.event("pride", "June 1", "June 30");
        source.put("pride/banners/banner.png", Drawings.opaque("png", 960, 540));
        source.put("pride/server_icons/icon.png", Drawings.transparent(512, 512));
    }

    @Test
    void showTheIconAndTheBannerAndNoPageWhereThatIsAll() throws Exception {
        var message = preview();

        assertThat(message.getFiles()).extracting(FileUpload::getName).containsExactly("banner.png", "icon.png");
        assertThat(message.getEmbeds()).singleElement().satisfies(embed -> {
            assertThat(embed.getTitle()).isEqualTo("Pride");
            assertThat(embed.getThumbnail().getUrl()).isEqualTo("attachment://icon.png");
            assertThat(embed.getImage().getUrl()).isEqualTo("attachment://banner.png");
            assertThat(EmbedLimits.field(embed, "Ends")).isNotBlank();
        });
    }

    @Test
    void failAtOnceWhereRedisDoes() {
        redis.jedis().set("branding:{123}:information", "of another type");

        assertThatThrownBy(this::preview).isInstanceOf(StateUnavailableException.class);
    }

    @Test
    void showOneWhoseTurnItIsAndAllOnAPage() throws Exception {
        source.put("pride/server_icons/later.gif", MOVING);
        state.write(AppliedBranding.EMPTY.withAsset(
                AssetKind.ICON,
                AppliedAsset.applied(
                        "events/pride",
                        source.sha("pride/server_icons/icon.png"),
                        clock.instant(),
                        Map.of(
                                source.sha("pride/server_icons/icon.png"), 1,
                                source.sha("pride/server_icons/later.gif"), 0))));

        var message = preview();

        assertThat(message.getFiles())
                .extracting(FileUpload::getName)
                .containsExactly("banner.png", "icon.gif", "all.png");
        assertThat(bytes(message.getFiles().get(1))).as("it moves").isEqualTo(MOVING);
        assertThat(message.getEmbeds().get(1).getImage().getUrl()).isEqualTo("attachment://all.png");
    }

    @Test
    void showWhatThisGuildCanShowAndSayWhatItCannot() throws Exception {
        when(guild.capabilities()).thenReturn(PLAIN);
        source.put("pride/server_icons/a.gif", MOVING).put("pride/server_icons/b.png", "no image");

        var message = preview();

        var embed = message.getEmbeds().get(0);
        assertThat(embed.getThumbnail().getUrl()).as("the first frame").isEqualTo("attachment://icon.png");
        assertThat(EmbedLimits.field(embed, "Banner")).contains("no banner feature");
        assertThat(EmbedLimits.field(embed, "Problems in the repository"))
                .contains("server_icons/b.png")
                .doesNotContain("server_icons/a.gif");
    }

    @Test
    void tellAnimatedIconsWithTheSameFirstFrameApart() throws Exception {
        var green = pageWith(Drawings.animation(64, Color.WHITE, Color.GREEN));
        var blue = pageWith(Drawings.animation(64, Color.WHITE, Color.BLUE));

        assertThat(green).isNotEqualTo(blue);
    }

    private byte[] pageWith(byte[] gif) throws Exception {
        source.put("pride/server_icons/moving.gif", gif);
        return bytes(preview().getFiles().get(2));
    }

    @Test
    void sayWhichStillIsThatOfAnAnimatedImage() throws Exception {
        when(guild.capabilities()).thenReturn(PLAIN);
        source.put("pride/server_icons/a.gif", MOVING);
        var withoutFeature = preview().getEmbeds().get(0);
        when(guild.capabilities()).thenReturn(BOOSTED);
        var whole = preview().getEmbeds().get(0);
        source.put("pride/server_icons/a.gif", Arrays.copyOf(MOVING, 5 << 20));
        var tooLarge = preview().getEmbeds().get(0);

        assertThat(EmbedLimits.field(withoutFeature, "Animated"))
                .isEqualTo("The icon is animated. This server can't show animated icons, so its first frame is used.");
        assertThat(whole.getFields()).extracting(MessageEmbed.Field::getName).doesNotContain("Animated");
        assertThat(EmbedLimits.field(tooLarge, "Animated"))
                .isEqualTo("The icon is animated. The picture here is its first frame.");
    }

    @Test
    void showTheStillTwinWhereTheGuildShowsNothingAnimated() throws Exception {
        source.put("pride/server_icons/icon.gif", MOVING);
        var animated = preview();
        when(guild.capabilities()).thenReturn(PLAIN);
        var still = preview();

        assertThat(animated.getFiles()).extracting(FileUpload::getName).containsExactly("banner.png", "icon.gif");
        assertThat(still.getFiles()).extracting(FileUpload::getName).containsExactly("banner.png", "icon.png");
    }

    @Test
    void showWhatIsWrongWithAnEventThatIsLeftOut() throws Exception {
        source.meta("pride", "start_date: Juni 1\nend_date: June 30");

        var message = preview();

        assertThat(message.getFiles()).extracting(FileUpload::getName).containsExactly("banner.png", "icon.png");
        assertThat(message.getEmbeds()).singleElement().satisfies(embed -> {
            assertThat(embed.getTitle()).isEqualTo("Pride");
            assertThat(embed.getColorRaw()).isEqualTo(Embeds.WARNING_COLOR);
            assertThat(EmbedLimits.field(embed, "Left out")).contains("errors");
            assertThat(EmbedLimits.field(embed, "Dates")).isEqualTo("unknown");
            assertThat(EmbedLimits.field(embed, "Problems in the repository"))
                    .contains("events/pride/meta.md", "Juni 1");
        });
    }

    @Test
    void sayThatAnEventIsLeftOutWhoseImagesTurnOutToBeUnusable() throws Exception {
        source.put("pride/server_icons/icon.png", "version https://git-lfs.github.com/spec/v1\n");

        var message = preview();

        assertThat(message.getFiles()).extracting(FileUpload::getName).containsExactly("banner.png");
        var embed = message.getEmbeds().get(0);
        assertThat(EmbedLimits.field(embed, "Left out")).contains("errors");
        assertThat(EmbedLimits.field(embed, "Problems in the repository"))
                .contains("None of the event's icons can be used", "Git LFS");
    }

    @Test
    void showAFolderThatIsNoEvent() throws Exception {
        source.remove("pride").put("pride/README.md", "x");

        var message = preview();

        assertThat(message.getFiles()).isEmpty();
        assertThat(EmbedLimits.field(message.getEmbeds().get(0), "Problems in the repository"))
                .contains("no `meta.md`");
    }

    @Test
    void downloadNoMoreThanAPageShows() throws Exception {
        for (var i = 0; i < 100; i++) {
            source.icon("pride", i + ".png");
        }

        preview();

        assertThat(source.fetched())
                .filteredOn(path -> path.contains("server_icons"))
                .hasSize(30);
    }

    @Test
    void doWithoutImagesWhileGitHubFails() throws Exception {
        var repository = new BrandingRepository(source, new InMemoryRepositoryCache(), clock);
        repository.fetch();
        source.failBlobs(true);

        var message = preview(repository);

        assertThat(message.getFiles()).isEmpty();
        assertThat(message.getEmbeds().get(0).getTitle()).isEqualTo("Pride");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "@everyone ", "`", "**", "Z̷̢", "[x](https://discord.gg/x)"})
    void stayWithinWhatDiscordTakesInAMessage(String word) throws Exception {
        when(guild.capabilities()).thenReturn(PLAIN);
        var name = word.replace('/', '_').repeat(255 / word.length());
        source.meta(
                "pride",
                "start_date: June 1\nend_date: June 30\nname: '%1$s'\ncredits: '%1$s, %1$s, %1$s'\n---\n%2$s"
                        .formatted("n".repeat(200), word.repeat(6_000 / word.length())));
        for (var i = 0; i < 40; i++) {
            source.put("pride/server_icons/" + i + name, "no image");
        }

        var message = preview();

        message.getEmbeds().forEach(EmbedLimits::assertHeldBy);
        assertThat(message.getEmbeds().stream()
                        .mapToInt(MessageEmbed::getLength)
                        .sum())
                .isLessThanOrEqualTo(MessageEmbed.EMBED_MAX_LENGTH_BOT);
        assertThat(message.getAllowedMentions()).isEmpty();
    }

    private MessageEditData preview() throws RepositoryUnavailableException {
        var repository = new BrandingRepository(source, new InMemoryRepositoryCache(), clock);
        repository.fetch();
        return preview(repository);
    }

    private MessageEditData preview(BrandingRepository repository) {
        var gallery = new ThumbnailService(
                repository,
                new RedisThumbnailCache(redis.jedis(), repository.name()),
                new DownloadLimiter(() -> false, clock),
                executor,
                clock);
        var snapshot = repository.lastSnapshot().orElseThrow();
        var message = new EventPreviewRenderer(state, gallery, guild, executor)
                .render(snapshot.all().get(0), repository::lastSnapshot, TODAY);
        executor.runDue();
        return message.join();
    }

    private static byte[] bytes(FileUpload file) {
        try (file) {
            return file.getData().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

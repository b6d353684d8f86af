package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.SampleSettings;
import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.daemon.CheckSchedule;
import dev.brandingbot.cog.daemon.CogThreads;
import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.PageButton;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.RedisThumbnailCache;
import dev.brandingbot.sync.BrandingSynchronizer;
import dev.brandingbot.sync.asset.RotationSettings;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.sync.guild.ManualChangeDetector;
import dev.brandingbot.sync.lock.GuildLockProvider;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.thumbnail.DownloadLimiter;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands that need neither the repository nor the guild, on a real Redis. */
class CommandRouterIT {
    private static final Instant LAST_SECOND = Instant.parse("2027-06-30T23:59:59Z");

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = new SettableClock(LAST_SECOND);
    private final ManualExecutor executor = new ManualExecutor(clock);
    private final InMemorySource source = new InMemorySource();
    private BrandingRepository repository;
    private BrandingStore state;
    private CommandRouter answers;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
        var guild = mock(BrandedGuild.class);
        when(guild.capabilities()).thenReturn(GuildCapabilities.NONE);
        repository = new BrandingRepository(source, new InMemoryRepositoryCache(), clock);
        var synchroniser = new BrandingSynchronizer(
                repository,
                state,
                guild,
                GuildLockProvider.withoutLocking(state),
                new RotationSettings(Duration.ofDays(3), new Random(1)),
                clock);
        var daemon = new BrandingDaemon(
                SyncReports::inSync,
                state,
                false,
                new CheckSchedule(Optional.empty()),
                CogThreads.create(executor, 123),
                clock);
        var gallery = new ThumbnailService(
                repository,
                new RedisThumbnailCache(redis.jedis(), "owner/name@main"),
                new DownloadLimiter(() -> false, clock),
                executor,
                clock);
        var events = new EventCommands(
                123, synchroniser, state, CommandImages.create(gallery, state, guild, executor), clock);
        var inspection = new RepositoryInspection(
                new GuildRequirements(Optional::empty, SampleSettings.plain().requiredAccess()),
                new ManualChangeDetector(guild, state));
        answers = new CommandRouter(
                synchroniser,
                daemon,
                events,
                new OverrideCommands(synchroniser, state, daemon, clock),
                new StatusCommands(123, synchroniser, state, daemon, inspection, clock));
    }

    @Test
    void sayWhatToDoWhileNothingIsKnown() {
        assertThat(to(BrandingCommand.ABOUT)).isEqualTo(Embeds.noActiveEvent());
        assertThat(to(BrandingCommand.CALENDAR_SHOW)).isEqualTo(Embeds.noCalendar());
    }

    @Test
    void tellOfTheEventThatIsOnAndOfItsEnd() {
        state.write(AppliedBranding.EMPTY.withEvent(new ActiveEvent(
                "events/pride", EventMetadata.of(EventDates.parse("June 1 to June 30"), "Colours"), "m")));
        state.writeCalendar(List.of(entry("events/pride", "June 1 to June 30")));

        var embed = to(BrandingCommand.ABOUT);

        assertThat(embed.getTitle()).isEqualTo("Pride");
        assertThat(EmbedLimits.field(embed, "Next change"))
                .isEqualTo("<t:%d:R>".formatted(LAST_SECOND.plusSeconds(1).getEpochSecond()));
    }

    @Test
    void goByDaysInUtc() {
        state.writeCalendar(
                List.of(entry("events/pride", "June 1 to June 30"), entry("events/canada", "July 1 to July 1")));

        assertThat(to(BrandingCommand.CALENDAR_SHOW).getDescription())
                .startsWith("**Pride** · June 1 – June 30 · active now");
        clock.advance(Duration.ofSeconds(1));
        assertThat(to(BrandingCommand.CALENDAR_SHOW).getDescription()).startsWith("**Canada** · July 1 · active now");
    }

    @Test
    void showTheNearestPageOfACalendarThatGotShorter() {
        state.writeCalendar(IntStream.range(0, 30)
                .mapToObj(i -> entry("events/e" + i, "July 1 to July 1"))
                .toList());
        assertThat(footer(calendarPage(9).getEmbeds())).isEqualTo("Page 2 of 2");

        state.writeCalendar(List.of());

        var page = calendarPage(1);
        assertThat(page.getEmbeds()).containsExactly(Embeds.noCalendar());
        assertThat(page.toData().getArray("components").isEmpty())
                .as("no buttons left")
                .isTrue();
    }

    @Test
    void drawTheYearOnceForAllPagesOfADay() {
        state.writeCalendar(IntStream.range(0, 30)
                .mapToObj(i -> entry("events/e" + i, "July 1 to July 1"))
                .toList());

        var first = file(calendarPage(0));
        var second = file(calendarPage(1));
        clock.advance(Duration.ofDays(1));
        var tomorrow = file(calendarPage(1));

        assertThat(first).startsWith(0x89, 'P', 'N', 'G').isEqualTo(second);
        assertThat(tomorrow).isNotEqualTo(first);
    }

    @Test
    void replaceAllOfAPageThatIsTurned() {
        state.writeCalendar(List.of(entry("events/pride", "June 1 to June 30")));

        var page = calendarPage(0);

        assertThat(page.toData().getString("content")).isEmpty();
        assertThat(page.toData().getArray("components").isEmpty()).isTrue();
        assertThat(page.getAllowedMentions()).isEmpty();
        assertThat(page.getFiles()).extracting(FileUpload::getName).containsExactly("calendar.png");
        assertThat(EmbedLimits.only(page.getEmbeds()).getImage().getUrl()).isEqualTo("attachment://calendar.png");
    }

    private static byte[] file(MessageEditData page) {
        try (var upload = page.getFiles().get(0)) {
            return upload.getData().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void switchTheDaemonForGood() {
        assertThat(to(BrandingCommand.DAEMON_ENABLE)).isEqualTo(DaemonEmbeds.switched(true));
        assertThat(state.daemonSwitch()).contains(true);
        executor.runDue();
        assertThat(to(BrandingCommand.DAEMON_STATUS).getTitle()).isEqualTo("The daemon is enabled");

        assertThat(to(BrandingCommand.DAEMON_DISABLE)).isEqualTo(DaemonEmbeds.switched(false));
        assertThat(state.daemonSwitch()).contains(false);
        assertThat(to(BrandingCommand.DAEMON_STATUS).getTitle()).isEqualTo("The daemon is disabled");
    }

    @ParameterizedTest
    @EnumSource(names = {"ABOUT", "EVENT_PREVIEW", "EVENT_PIN", "EVENT_SKIP"})
    void findAFolderHoweverItsNameIsStored(BrandingCommand command) throws RepositoryUnavailableException {
        var longest = "y".repeat(150);
        source.event("fe\u0302te", "July 10", "July 12")
                .event(longest, "August 1", "August 2")
                .fallback("evergreen");
        state.writeCalendar(
                repository.fetch().events().stream().map(EventSummary::of).toList());
        var chosen = new EventFinder<>(state.calendar()).choices(longest).get(0).getAsString();
        var option = command == BrandingCommand.ABOUT ? CommandOption.OTHER_EVENT : CommandOption.EVENT;

        for (var typed : List.of("f\u00eate", "events/f\u00eate", "FE\u0302TE", chosen)) {
            assertThat(EmbedLimits.only(answer(new CommandInvocation(command, Map.of(option.id(), typed), 1))
                                    .getEmbeds())
                            .toData()
                            .toString())
                    .as(typed)
                    .containsAnyOf("Fe\u0302te", "Yyy")
                    .doesNotContain("There is no event");
        }
    }

    @Test
    void pingNobody() {
        state.write(AppliedBranding.EMPTY.withEvent(new ActiveEvent(
                "events/x", EventMetadata.of(EventDates.parse("June 1 to June 30"), "@everyone <@1>"), "m")));

        assertThat(answer(BrandingCommand.ABOUT).getAllowedMentions()).isEmpty();
        assertThat(answer(BrandingCommand.ABOUT).getContent()).isEmpty();
    }

    private MessageEmbed to(BrandingCommand command) {
        var embed = EmbedLimits.only(answer(command).getEmbeds());
        EmbedLimits.assertHeldBy(embed);
        return embed;
    }

    private MessageEditData answer(BrandingCommand command) {
        return answer(call(command));
    }

    private MessageEditData answer(CommandInvocation call) {
        var answer = answers.answer(call);
        executor.runDue();
        return answer.join();
    }

    private MessageEditData calendarPage(int number) {
        var page = answers.page(new PageButton(123, PageButton.PagedList.CALENDAR, number));
        executor.runDue();
        return page.join();
    }

    private static CommandInvocation call(BrandingCommand command) {
        return new CommandInvocation(command, Map.of(), 1);
    }

    private static String footer(List<MessageEmbed> embeds) {
        return EmbedLimits.only(embeds).getFooter().getText();
    }

    private static EventSummary entry(String path, String dates) {
        return new EventSummary(path, EventDates.parse(dates));
    }
}

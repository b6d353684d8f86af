package dev.brandingbot.app.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.brandingbot.app.settings.Secret;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.sandbox.discord.DiscordFaults;
import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.sandbox.server.FaultInjector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Registers the slash command with the real JDA. */
class CommandRegistrationIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String COMMANDS = ".*/guilds/\\d+/commands";

    private final Logger logger = (Logger) LoggerFactory.getLogger(CommandRegistration.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final ImpatientScheduler executor = new ImpatientScheduler();
    private FakeDiscord discord;
    private DiscordConnection session;
    private Guild guild;

    @BeforeEach
    void connect() throws Exception {
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.INFO);
        discord = FakeDiscord.start(FakeDiscordSettings.defaults());
        var gateway = Optional.of(URI.create(discord.gatewayUrl()));
        session = DiscordConnection.open(
                new Settings.Discord(
                        new Secret(discord.token()), Optional.of(URI.create(discord.restBaseUrl())), gateway),
                new OkHttpClient(),
                new ThrottledSessionController(
                        gateway, new GatewayPauses(Duration.ZERO, Clock.systemUTC(), new Random(7)), executor),
                List.of());
        guild = Objects.requireNonNull(session.awaitReady(TIMEOUT).getGuildById(FakeGuildSettings.ID));
    }

    @AfterEach
    void close() {
        session.close();
        discord.close();
        executor.shutdownNow();
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    /** JDA itself tries four times. */
    @Test
    void retriesWhereAPassingErrorMeetsTheFirstRegistration() {
        discord.faults().failNext(4, FaultInjector.requestsTo("POST", COMMANDS), Fault.status(503));

        registration(command()).start(guild, "link");

        await().atMost(TIMEOUT).until(() -> discord.commands().size() == 1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void retriesWithGrowingPausesWhileDiscordFails() {
        discord.faults().failNext(8, FaultInjector.requestsTo("GET", COMMANDS), Fault.status(503));

        registration(command()).start(guild, "link");

        await().atMost(TIMEOUT).until(() -> discord.commands().size() == 1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(logged.list).noneMatch(line -> line.getLevel() == Level.ERROR);
    }

    @Test
    void sendsNothingWhereTheSameCommandIsRegistered() {
        registration(command()).start(guild, "link");
        await().atMost(TIMEOUT).until(() -> messages("Serving the guild") == 1);

        registration(command()).start(guild, "link");

        await().atMost(TIMEOUT).until(() -> messages("Serving the guild") == 2);
        assertThat(discord.requests().matching("POST", COMMANDS)).hasSize(1);
    }

    @Test
    void replacesACommandThatDiffers() {
        registration(command()).start(guild, "link");
        await().atMost(TIMEOUT).until(() -> messages("Serving the guild") == 1);

        registration(command().setDescription("Another one")).start(guild, "link");

        await().atMost(TIMEOUT)
                .until(() ->
                        discord.commands().get(0).path("description").asText().equals("Another one"));
        assertThat(discord.commands()).hasSize(1);
    }

    @Test
    void leavesOtherCommandsAlone() {
        guild.upsertCommand(Commands.slash("other", "Of another module")).complete();

        registration(command()).start(guild, "link");

        await().atMost(TIMEOUT).until(() -> discord.commands().size() == 2);
    }

    @Test
    void printsAnInvitationIfDiscordForbidsTheCommand() {
        discord.faults()
                .failAlways(
                        FaultInjector.requestsTo("GET", COMMANDS), DiscordFaults.error(403, 50001, "Missing Access"));

        registration(command()).start(guild, "https://discord.com/invite");

        await().atMost(TIMEOUT).until(() -> messages("invite it again") == 1);
        assertThat(logged.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage()).contains("link=https://discord.com/invite", "Missing Access");
            assertThat(line.getThrowableProxy()).isNull();
        });
        assertThat(pauses).isEmpty();
    }

    @Test
    void retriesNoMoreOnceItIsStopped() {
        discord.faults().failAlways(FaultInjector.requestsTo("GET", COMMANDS), Fault.status(503));
        var registration = registration(command());
        executor.beforeEach = registration::stop;

        registration.start(guild, "link");

        await().atMost(TIMEOUT).until(() -> executor.getCompletedTaskCount() == 1);
        assertThat(pauses).hasSize(1);
    }

    private long messages(String part) {
        return List.copyOf(logged.list).stream()
                .filter(line -> line.getFormattedMessage().contains(part))
                .count();
    }

    private CommandRegistration registration(SlashCommandData command) {
        return new CommandRegistration(command, executor);
    }

    private static SlashCommandData command() {
        return Commands.slash("branding", "The server's branding")
                .setContexts(InteractionContextType.GUILD)
                .addSubcommandGroups(new SubcommandGroupData("calendar", "The events")
                        .addSubcommands(new SubcommandData("show", "Show them")))
                .addSubcommands(new SubcommandData("about", "What it is about")
                        .addOptions(
                                new OptionData(OptionType.STRING, "event", "Which one", true, true),
                                new OptionData(OptionType.STRING, "until", "How long").setMaxLength(40)));
    }

    /** Runs each task immediately. */
    private final class ImpatientScheduler extends ScheduledThreadPoolExecutor {
        private Runnable beforeEach = () -> {};

        private ImpatientScheduler() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            pauses.add(Duration.of(delay, unit.toChronoUnit()));
            beforeEach.run();
            return super.schedule(command, 0, unit);
        }
    }
}

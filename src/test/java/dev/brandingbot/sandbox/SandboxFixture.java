package dev.brandingbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.FolderSource;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.sandbox.discord.model.GuildView;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.sandbox.server.LoggedRequest;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot with the real JDA and a real Redis, connected to the fakes, with the sample events. */
abstract class SandboxFixture {
    static final LocalDate START = LocalDate.of(2027, 5, 20);

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock(Clock.systemUTC());
    Path repository;
    Sandbox sandbox;

    @BeforeEach
    void start() throws CliException, InterruptedException {
        repository = folder.resolve("branding");
        SampleEvents.unpack(repository);
        moveTo(START);
        sandbox = Sandbox.open(
                new SandboxSettings(repository, folder.resolve("data"), 0),
                clock,
                new FakeDiscordListener() {},
                new PrintWriter(Writer.nullWriter()));
        sandbox.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    void moveTo(LocalDate day) {
        clock.moveTo(TimeParser.afterCheck(day));
    }

    void lookOn(LocalDate day) throws CliException, InterruptedException {
        moveTo(day);
        sandbox.check();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Returns the path in the repository of the current icon. */
    String icon() {
        return file(sandbox.discord().guild().icon());
    }

    /** Returns the path in the repository of the current banner. */
    String banner() {
        return file(sandbox.discord().guild().banner());
    }

    private String file(Optional<GuildImage> picture) {
        return picture.flatMap(image -> new AssetFileIndex(repository).nameOf(image.bytes()))
                .orElse("none");
    }

    GuildView guild() {
        return sandbox.discord().guild();
    }

    List<FakeMessage> announcements() {
        return sandbox.discord().messages(FakeGuildSettings.CHANGELOG);
    }

    List<LoggedRequest> uploads() {
        return sandbox.discord().requests().matching("PATCH", ".*/guilds/\\d+");
    }

    EventCalendar<BrandingEvent> calendar() throws RepositoryUnavailableException {
        return new BrandingRepository(
                        new FolderSource(repository, Clock.systemUTC()),
                        new InMemoryRepositoryCache(),
                        Clock.systemUTC())
                .fetch()
                .calendar();
    }

    /** Returns the answer to a moderator. */
    FakeMessage ask(String command) throws Exception {
        return ask(command, FakeGuildSettings.MODERATOR);
    }

    FakeMessage ask(String command, long memberId) throws Exception {
        var typed = SlashInvocation.parse(command, memberId, FakeGuildSettings.GENERAL);
        return answer(sandbox.discord().invoke(typed).get(30, TimeUnit.SECONDS));
    }

    static FakeMessage answer(InteractionResult reply) {
        if (reply instanceof InteractionResult.Answered answered) {
            return answered.message();
        }
        throw new AssertionError("No answer but " + reply);
    }

    /** Returns all text of a message. */
    static String text(FakeMessage message) {
        return message.content()
                + String.join(
                        "\n",
                        message.embeds().stream().map(SandboxFixture::text).toList());
    }

    private static String text(JsonNode embed) {
        var fields = StreamSupport.stream(embed.path("fields").spliterator(), false)
                .map(field ->
                        field.path("name").asText() + ": " + field.path("value").asText())
                .toList();
        return embed.path("title").asText() + "\n" + embed.path("description").asText() + "\n"
                + String.join("\n", fields) + "\n"
                + embed.path("footer").path("text").asText();
    }
}

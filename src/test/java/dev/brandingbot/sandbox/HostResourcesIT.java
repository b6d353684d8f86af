package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.testing.HostResources;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cog in another bot, with only two threads and one Redis connection. */
class HostResourcesIT {
    private static final String LOCK = "branding:{%d}:lease:turn".formatted(FakeGuildSettings.ID);
    private static final String GUILD = ".*/guilds/\\d+";
    private static final LocalDate PRIDE = LocalDate.of(2027, 6, 5);
    private static final int TIMEOUT = 40;
    private static final int TERM = 20_000;

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    Path folder;

    private final UploadGate gate = new UploadGate();
    private FakeServices fakes;

    @BeforeEach
    void start() throws IOException {
        var repository = folder.resolve("branding");
        SampleEvents.unpack(repository);
        fakes = FakeServices.start(repository);
    }

    @AfterEach
    void stop() {
        gate.open();
        fakes.close();
    }

    /** Blocks uploads until it is opened. */
    private static final class UploadGate implements Interceptor {
        private final CountDownLatch isUploading = new CountDownLatch(1);
        private final CountDownLatch isOpen = new CountDownLatch(1);

        @Override
        public Response intercept(Chain chain) throws IOException {
            var request = chain.request();
            if (request.method().equals("PATCH") && request.url().encodedPath().matches(GUILD)) {
                isUploading.countDown();
                await(isOpen);
            }
            return chain.proceed(request);
        }

        void awaitUpload() {
            await(isUploading);
        }

        void open() {
            isOpen.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(TIMEOUT, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.brandingbot.testing.HostResources#all")
    void keepsTheLockDuringALongUploadWhileCommandsWait(HostResources resources) throws Exception {
        try (var bot = bot(resources, false)) {
            bot.registerCommands();
            var first = ask("/branding sync");
            gate.awaitUpload();
            var holder = REDIS.jedis().get(LOCK);

            var waiting = Stream.of(
                            "/branding sync",
                            "/branding event pin event:Halloween",
                            "/branding calendar refresh",
                            "/branding sync")
                    .map(this::ask)
                    .toList();
            var status = answer(ask("/branding status"));
            REDIS.jedis().pexpire(LOCK, TERM / 2);
            await().atMost(Duration.ofSeconds(TERM / 2))
                    .until(() -> REDIS.jedis().pttl(LOCK) > TERM / 2);

            assertThat(REDIS.jedis().get(LOCK)).as("the lock was never lost").isEqualTo(holder);
            assertThat(status).as("what needs no lock is answered").contains("Evergreen");
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            gate.open();
            assertThat(answer(first)).contains("Pride").doesNotContain("instance");
            for (var one : waiting) {
                assertThat(answer(one)).doesNotContain("instance", "Redis", "log");
            }
            assertThat(uploads()).as("one for each sync and one for the pin").isEqualTo(4);
            assertThat(icon()).startsWith("events/halloween/");
            assertThat(state().uncertainty()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.brandingbot.testing.HostResources#all")
    void appliesAndAnnouncesWithFewThreadsAndConnections(HostResources resources) throws Exception {
        gate.open();
        try (var bot = bot(resources, true)) {
            bot.cog().checkNow().get(TIMEOUT, TimeUnit.SECONDS);

            assertThat(icon()).startsWith("events/pride/");
            assertThat(state().read().event())
                    .hasValueSatisfying(event -> assertThat(event.path()).isEqualTo("events/pride"));
            var announcement = fakes.discord().messages(FakeGuildSettings.CHANGELOG);
            assertThat(announcement)
                    .singleElement()
                    .satisfies(message -> assertThat(message.files()).hasSize(AssetKind.values().length));
            assertThat(uploads()).isEqualTo(1);
        }
        await().atMost(Duration.ofSeconds(TIMEOUT)).until(() -> !isLockThreadAlive());
    }

    private HostBot bot(HostResources resources, boolean isDaemonOn) throws InterruptedException {
        return new HostBot(
                resources,
                resources.redis(REDIS),
                fakes.environment(folder.resolve("data")),
                isDaemonOn,
                new OkHttpClient.Builder().addInterceptor(gate).build(),
                SettableClock.at(PRIDE));
    }

    private CompletableFuture<InteractionResult> ask(String command) {
        return fakes.discord()
                .invoke(SlashInvocation.parse(command, FakeGuildSettings.MODERATOR, FakeGuildSettings.GENERAL));
    }

    private static String answer(CompletableFuture<InteractionResult> reply) throws Exception {
        return SandboxFixture.text(SandboxFixture.answer(reply.get(TIMEOUT, TimeUnit.SECONDS)));
    }

    private int uploads() {
        return fakes.discord().requests().matching("PATCH", GUILD).size();
    }

    private String icon() {
        return new AssetFileIndex(folder.resolve("branding"))
                .nameOf(fakes.discord().guild().icon().orElseThrow().bytes())
                .orElse("none");
    }

    private static BrandingStore state() {
        return new BrandingStore(REDIS.jedis(), FakeGuildSettings.ID);
    }

    private static boolean isLockThreadAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("branding-lock-" + FakeGuildSettings.ID));
    }
}

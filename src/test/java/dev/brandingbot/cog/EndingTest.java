package dev.brandingbot.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.command.CommandRouter;
import dev.brandingbot.cog.command.InteractionHandler;
import dev.brandingbot.cog.command.ModeratorCheck;
import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.daemon.CheckSchedule;
import dev.brandingbot.cog.daemon.CogThreads;
import dev.brandingbot.cog.daemon.DaemonTask;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.state.Lease;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.testing.CapturedLog;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Ending is no error: whatever fails because executors, JDA or Redis are closed is not worth a warning. */
@ExtendWith(MockitoExtension.class)
@MockitoSettings(strictness = Strictness.LENIENT)
class EndingTest {
    private static final Invoker MODERATOR = new Invoker(7, "daemon enable");

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final SettableClock clock = SettableClock.at(LocalDate.of(2027, 6, 1));
    private final ManualExecutor executor = new ManualExecutor(clock);
    private final CogThreads threads = CogThreads.create(executor, 123);

    @Mock
    private BrandingStore state;

    @Mock
    private UnifiedJedis redis;

    @Mock
    private SlashCommandInteractionEvent command;

    @Mock
    private ReplyCallbackAction reply;

    @Mock
    private InteractionHook hook;

    @Mock
    private WebhookMessageEditAction<Message> answer;

    @Mock
    private CommandRouter answers;

    @Captor
    private ArgumentCaptor<Consumer<? super InteractionHook>> accepted;

    @Captor
    private ArgumentCaptor<MessageEditData> answered;

    static Stream<Throwable> failures() {
        return Stream.of(
                new RejectedExecutionException("shut down"),
                new CancellationException("interrupted"),
                unavailable("Pool not open"),
                new IllegalStateException("closed"),
                new NoClassDefFoundError("the jar is gone"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void warnsOfNoCheckThatFailsBecauseItsExecutorIsShutDown(Throwable failure) {
        var daemon = daemon(() -> {
            executor.shutdown();
            throw sneaky(failure);
        });

        daemon.start();
        executor.runDue();

        assertThat(log.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void warnsOfNoCheckThatFailsBecauseTheDaemonIsClosed(Throwable failure) {
        var closing = new CompletableFuture<BrandingDaemon>();
        var daemon = daemon(() -> {
            closing.join().close();
            throw sneaky(failure);
        });
        closing.complete(daemon);

        daemon.start();
        executor.runDue();

        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void warnsOfNoCheckThatIsCutShort() {
        var daemon = daemon(() -> {
            executor.shutdown();
            return SyncReports.notInSync();
        });

        daemon.start();
        executor.runDue();

        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void completesRequestsThatNoCheckAnswersAnymore() {
        var daemon = daemon(SyncReports::inSync);
        var before = daemon.checkNow();
        daemon.close();
        executor.shutdown();

        assertThat(before).isCompleted();
        assertThat(daemon.checkNow()).isCompleted();
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void enablesTheDaemonWhileItsExecutorIsShutDown() {
        var daemon = daemon(SyncReports::inSync);
        executor.shutdown();

        daemon.enable(MODERATOR);

        assertThat(daemon.checkNow()).isCompleted();
        verify(state).writeDaemonSwitch(any(Boolean.class), any());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void answersACommandWhoseImagesAreAbandoned(Throwable failure) {
        when(answers.answer(any())).thenAnswer(call -> {
            executor.shutdown();
            return CompletableFuture.completedFuture("images").thenApply(images -> {
                throw sneaky(failure);
            });
        });

        send("branding about");
        executor.runDue();

        verify(hook).editOriginal(answered.capture());
        assertThat(answered.getValue().getEmbeds().get(0).getDescription()).contains("restarting");
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void answersACommandThatStillWaitsWhenTheCogIsClosed() {
        var interactions = interactions();
        typed("branding about");
        interactions.take(command);
        verify(reply).queue(accepted.capture(), any());
        accepted.getValue().accept(hook);

        interactions.close();
        executor.runDue();

        verify(hook).editOriginal(answered.capture());
        assertThat(answered.getValue().getEmbeds().get(0).getDescription()).contains("restarting");
        verify(answers, never()).answer(any());
    }

    @Test
    void answersACommandThatDiscordAcknowledgesAfterTheCogWasClosed() {
        var interactions = interactions();
        typed("branding about");
        interactions.take(command);
        verify(reply).queue(accepted.capture(), any());

        interactions.close();
        accepted.getValue().accept(hook);
        executor.runDue();

        verify(hook).editOriginal(answered.capture());
        assertThat(answered.getValue().getEmbeds().get(0).getDescription()).contains("restarting");
        verify(answers, never()).answer(any());
    }

    @Test
    void saysWhatIsWrongWithRedisWhenOnlyTheImagesFail() {
        var failure = unavailable("Connection refused");
        when(answers.answer(any()))
                .thenAnswer(call -> CompletableFuture.completedFuture("images").thenApply(images -> {
                    throw failure;
                }));

        send("branding about");
        executor.runDue();

        verify(hook).editOriginal(answered.capture());
        assertThat(answered.getValue().getEmbeds().get(0).getDescription())
                .contains("The bot can't reach its database (Redis) right now.");
    }

    @Test
    void ignoresCommandsOnceJdaIsShutDown() {
        typed("branding about");
        doThrow(new RejectedExecutionException("The Requester has been stopped!"))
                .when(reply)
                .queue(any(), any());

        assertThatCode(() -> interactions().take(command)).doesNotThrowAnyException();
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void failsASynchronizationThatNoExecutorTakes() {
        var source = mock(BrandingSource.class);
        when(source.name()).thenReturn("owner/name@main");
        var cog = BrandingCog.builder(123)
                .source(source)
                .redis(redis)
                .executor(executor)
                .build();
        executor.shutdown();

        assertThat(cog.synchronize(mock(JDA.class))).isCompletedExceptionally();
        assertThat(cog.dryRun(mock(JDA.class))).isCompletedExceptionally();
    }

    private static StateUnavailableException unavailable(String reason) {
        var failing = mock(UnifiedJedis.class);
        when(failing.get(anyString())).thenThrow(new JedisException(reason));
        return catchThrowableOfType(
                StateUnavailableException.class, () -> new BrandingStore(failing, 123).uncertainty());
    }

    private BrandingDaemon daemon(DaemonTask work) {
        var duty = mock(Lease.class);
        when(duty.tryAcquire()).thenReturn(true);
        when(duty.term()).thenReturn(Duration.ofSeconds(40));
        when(state.lease(anyString(), anyString(), any())).thenReturn(duty);
        return new BrandingDaemon(work, state, true, new CheckSchedule(Optional.empty()), threads, clock);
    }

    private void send(String name) {
        typed(name);
        interactions().take(command);
        verify(reply).queue(accepted.capture(), any());
        accepted.getValue().accept(hook);
    }

    private void typed(String name) {
        var guild = mock(Guild.class);
        when(guild.getIdLong()).thenReturn(123L);
        var user = mock(User.class);
        when(command.getGuild()).thenReturn(guild);
        when(command.getUser()).thenReturn(user);
        when(command.getFullCommandName()).thenReturn(name);
        when(command.deferReply()).thenReturn(reply);
        when(reply.setEphemeral(true)).thenReturn(reply);
        when(hook.editOriginal(any(MessageEditData.class))).thenReturn(answer);
    }

    private InteractionHandler interactions() {
        return new InteractionHandler(123, new ModeratorCheck(Set.of()), threads, answers);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}

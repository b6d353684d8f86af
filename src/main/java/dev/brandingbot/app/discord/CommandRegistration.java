package dev.brandingbot.app.discord;

import dev.brandingbot.support.FailureReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the slash command in a guild, unless Discord has the same one already. Retries with growing pauses until that works
 * or Discord forbids it. Never blocks. Thread-safe.
 */
public final class CommandRegistration {
    private static final Logger log = LoggerFactory.getLogger(CommandRegistration.class);
    private static final int FORBIDDEN = 403;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 10;

    private final SlashCommandData command;
    private final ScheduledExecutorService executor;
    private final AtomicInteger current = new AtomicInteger();

    /**
     * @param command the command
     * @param executor starts the retries; not closed by this class
     */
    public CommandRegistration(SlashCommandData command, ScheduledExecutorService executor) {
        this.command = command;
        this.executor = executor;
    }

    /**
     * Registers the command, and ends an earlier registration that still retries.
     *
     * @param guild where
     * @param invitation the link that allows the bot to register commands there
     */
    void start(Guild guild, String invitation) {
        new Attempt(guild, invitation, current.incrementAndGet(), 1).begin();
    }

    /** Ends a registration that still retries. */
    void stop() {
        current.incrementAndGet();
    }

    /** One of the attempts of a registration; {@code number} counts from 1. */
    private final class Attempt {
        private final Guild guild;
        private final String invitation;
        private final int registration;
        private final int number;

        private Attempt(Guild guild, String invitation, int registration, int number) {
            this.guild = guild;
            this.invitation = invitation;
            this.registration = registration;
            this.number = number;
        }

        private void begin() {
            if (registration == current.get()) {
                guild.retrieveCommands().queue(this::registerUnlessAmong, this::failed);
            }
        }

        /** Leaves the commands of other modules in this guild alone, unlike {@code updateCommands}. */
        private void registerUnlessAmong(List<Command> commands) {
            if (RegisteredCommand.isAmong(commands, command)) {
                succeeded();
            } else {
                guild.upsertCommand(command).queue(registered -> succeeded(), this::failed);
            }
        }

        private void succeeded() {
            log.info("Serving the guild. guild={}", guild.getId());
        }

        private void failed(Throwable failure) {
            if (failure instanceof ErrorResponseException refusal && refusal.getResponse().code == FORBIDDEN) {
                log.error(
                        "Discord doesn't allow the bot to register its slash command: invite it again. guild={} link={} reason={}",
                        guild.getId(),
                        invitation,
                        FailureReason.of(refusal));
                return;
            }
            Duration pause = pause();
            log.warn(
                    "Could not register the slash command; retrying after a pause. guild={} pause={} reason={}",
                    guild.getId(),
                    pause,
                    FailureReason.of(failure));
            retryAfter(pause);
        }

        private Duration pause() {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(number - 1, MAX_DOUBLINGS));
            return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }

        private void retryAfter(Duration pause) {
            Attempt next = new Attempt(guild, invitation, registration, number + 1);
            try {
                var unused = executor.schedule(next::begin, pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closing) {
                log.debug("The slash command is not registered: the bot is closing.");
            }
        }
    }
}

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
 * Registers the slash command in a guild, unless the same command is registered already. Retries with growing delays until Discord
 * accepts or forbids it. Never blocks. Thread-safe.
 */
public final class CommandRegistration {
    private static final Logger log = LoggerFactory.getLogger(CommandRegistration.class);
    private static final int FORBIDDEN = 403;
    private static final Duration MIN_DELAY = Duration.ofSeconds(5);
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);
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
     * Registers the command, and stops an earlier registration that is still retried.
     *
     * @param guild the guild
     * @param invitation the link that allows the bot to register commands in the guild
     */
    void start(Guild guild, String invitation) {
        new Attempt(guild, invitation, current.incrementAndGet(), 1).start();
    }

    /** Stops a registration that is still retried. */
    void stop() {
        current.incrementAndGet();
    }

    /** One attempt of a registration; its number starts at 1. */
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

        private void start() {
            if (registration == current.get()) {
                guild.retrieveCommands().queue(this::registerUnlessAmong, this::failed);
            }
        }

        /** Does not change other commands in this guild, unlike {@code updateCommands}. */
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
            if (failure instanceof ErrorResponseException response && response.getResponse().code == FORBIDDEN) {
                log.error(
                        "Discord forbids the bot to register its slash command: invite it again. guild={} link={} reason={}",
                        guild.getId(),
                        invitation,
                        FailureReason.of(response));
                return;
            }
            Duration delay = delay();
            log.warn(
                    "Could not register the slash command; retrying. guild={} delay={} reason={}",
                    guild.getId(),
                    delay,
                    FailureReason.of(failure));
            retryAfter(delay);
        }

        private Duration delay() {
            Duration delay = MIN_DELAY.multipliedBy(1L << Math.min(number - 1, MAX_DOUBLINGS));
            return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
        }

        private void retryAfter(Duration delay) {
            Attempt next = new Attempt(guild, invitation, registration, number + 1);
            try {
                var unused = executor.schedule(next::start, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closing) {
                log.debug("Did not register the slash command: the bot is closing.");
            }
        }
    }
}

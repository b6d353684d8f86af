package dev.brandingbot.sandbox;

import dev.brandingbot.app.StartException;
import dev.brandingbot.sandbox.discord.GuildSettings;
import dev.brandingbot.sandbox.discord.Message;
import dev.brandingbot.sandbox.discord.Reply;
import dev.brandingbot.sandbox.discord.SlashInvocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads what a person types and does it: the bot's slash commands, and a few words to the sandbox itself. */
final class SandboxTerminal {
    static final String HELP = """
            Type the bot's commands as in Discord, like /branding about, or:
              /clock DATE      moves the clock there, like /clock 2026-12-25
              /clock run DATE  passes every midnight on the way there
              /as NAME         types as moderator, member or owner from now on
              /click LABEL     clicks a button of the last answer
              /restart         ends the bot and starts it again
              /help, /quit""";

    private static final long SECONDS_TO_ANSWER = 30;
    private static final Map<String, Long> MEMBERS =
            Map.of("moderator", GuildSettings.MODERATOR, "member", GuildSettings.MEMBER, "owner", GuildSettings.OWNER);

    private final Sandbox sandbox;
    private final SandboxClock clock;
    private final Screen screen;
    private long memberId = GuildSettings.MODERATOR;
    private @Nullable Message lastAnswer;

    SandboxTerminal(Sandbox sandbox, SandboxClock clock, Screen screen) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.screen = screen;
    }

    /** Does what is typed, line by line, until {@code /quit} or the end of the input. */
    void serve(BufferedReader in) throws IOException, StartException, InterruptedException {
        for (var line = in.readLine(); line != null && !line.strip().equals("/quit"); line = in.readLine()) {
            run(line.strip());
        }
    }

    private void run(String line) throws StartException, InterruptedException {
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "" -> {}
            case "/help" -> screen.print("Help", HELP.lines().toList());
            case "/clock" -> moveClock(rest);
            case "/as" -> typeAs(rest);
            case "/click" -> click(rest);
            case "/restart" -> restart();
            default -> invoke(line);
        }
    }

    private void moveClock(String typed) throws StartException, InterruptedException {
        var isRun = typed.startsWith("run ");
        var moment = SandboxTime.parse(isRun ? typed.substring("run ".length()) : typed);
        if (moment.isEmpty()) {
            screen.print("The clock is moved with a date: /clock 2026-12-25, or /clock run 2027-12-31.");
            return;
        }
        if (isRun) {
            passMidnights(LocalDate.ofInstant(moment.get(), ZoneOffset.UTC));
        }
        clock.moveTo(moment.get());
        sandbox.look();
        screen.print("The clock was moved here.");
    }

    private void passMidnights(LocalDate end) throws StartException, InterruptedException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var day = today.plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            clock.moveTo(SandboxTime.morning(day));
            sandbox.look();
        }
    }

    private void typeAs(String name) {
        Optional.ofNullable(MEMBERS.get(name))
                .ifPresentOrElse(
                        id -> {
                            memberId = id;
                            screen.print("You are the " + name + " now.");
                        },
                        () -> screen.print("There are: " + String.join(", ", MEMBERS.keySet()) + "."));
    }

    private void restart() throws StartException, InterruptedException {
        screen.print("The bot ends ...");
        sandbox.restart();
        screen.print("... and is there again.");
    }

    private void invoke(String line) throws InterruptedException {
        if (!line.startsWith("/")) {
            screen.print("That is no command; /help shows what there is.");
            return;
        }
        show(sandbox.discord().invoke(SlashInvocation.parse(line, memberId, GuildSettings.GENERAL)));
    }

    private void click(String label) throws InterruptedException {
        var answer = Optional.ofNullable(lastAnswer);
        var button = answer.stream()
                .flatMap(message -> message.buttons().stream())
                .filter(candidate -> candidate.path("label").asText().equalsIgnoreCase(label))
                .findFirst();
        if (answer.isEmpty() || button.isEmpty()) {
            screen.print("The last answer has no such button.");
            return;
        }
        show(sandbox.discord()
                .click(answer.get().id(), button.get().path("custom_id").asText(), memberId));
    }

    private void show(CompletableFuture<Reply> reply) throws InterruptedException {
        try {
            show(reply.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            show(new Reply.NoResponse());
        }
    }

    private void show(Reply reply) {
        if (reply instanceof Reply.Answered answered) {
            lastAnswer = answered.message();
            screen.printAnswer(answered.message());
        } else if (reply instanceof Reply.Refused refused) {
            screen.print(refused.reason());
        } else {
            screen.print("The application did not respond.");
        }
    }
}

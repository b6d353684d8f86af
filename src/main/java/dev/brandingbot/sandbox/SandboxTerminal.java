package dev.brandingbot.sandbox;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.sandbox.discord.client.CommandCompleter.Choice;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executes what a person types: sends slash commands to the bot, and runs the sandbox's own commands. */
final class SandboxTerminal {
    private static final long ANSWER_TIMEOUT_SECONDS = 30;
    private static final SortedMap<String, Long> MEMBERS = new TreeMap<>(Map.of(
            "moderator",
            FakeGuildSettings.MODERATOR,
            "member",
            FakeGuildSettings.MEMBER,
            "owner",
            FakeGuildSettings.OWNER));

    private final Sandbox sandbox;
    private final MovableClock clock;
    private final ConsoleView screen;
    private String name = "moderator";
    private @Nullable FakeMessage lastAnswer;

    SandboxTerminal(Sandbox sandbox, MovableClock clock, ConsoleView screen) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.screen = screen;
    }

    private long memberId() {
        return MEMBERS.getOrDefault(name, FakeGuildSettings.MODERATOR);
    }

    /** Executes the input line by line, until {@code /quit} or its end. Blocks. */
    void serve(LineInput in) throws IOException, CliException, InterruptedException {
        in.complete(this::choices);
        for (var line = in.readLine(prompt()); line != null; line = in.readLine(prompt())) {
            if (line.strip().split("\\s+", 2)[0].equals("/quit")) {
                return;
            }
            run(line.strip());
        }
    }

    private String prompt() {
        return name + "> ";
    }

    /** Returns the completions of a text. */
    List<Choice> choices(String typed) {
        try {
            var ofBot = sandbox.discord().completer().complete(typed, memberId(), FakeGuildSettings.GENERAL);
            return Stream.concat(ofBot.stream(), SandboxChoices.complete(typed, MEMBERS.keySet(), labels()).stream())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<String> labels() {
        return Optional.ofNullable(lastAnswer).stream()
                .flatMap(message -> message.buttons().stream())
                .filter(button -> !button.path("disabled").asBoolean())
                .map(button -> button.path("label").asText())
                .toList();
    }

    private void run(String line) throws CliException, InterruptedException {
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "" -> {}
            case "/help" -> screen.printHelp(sandbox.discord().usages());
            case "/events" -> screen.printEvents(sandbox.discord().scheduledEvents());
            case "/clock" -> moveClock(rest);
            case "/as" -> typeAs(rest);
            case "/click" -> click(rest);
            case "/restart" -> restart();
            default -> invoke(line);
        }
    }

    private void moveClock(String typed) throws CliException, InterruptedException {
        var isRun = typed.startsWith("run ");
        var moment = TimeParser.parse(isRun ? typed.substring("run ".length()) : typed);
        if (moment.isEmpty()) {
            screen.print("Write a date, like /clock 2026-12-25 or /clock run 2027-12-31.");
            return;
        }
        if (isRun) {
            runMidnights(LocalDate.ofInstant(moment.get(), ZoneOffset.UTC));
        }
        clock.moveTo(moment.get());
        sandbox.check();
        sandbox.discord().scheduledEvents();
        screen.print("The clock was set.");
    }

    private void runMidnights(LocalDate end) throws CliException, InterruptedException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var day = today.plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            clock.moveTo(TimeParser.afterCheck(day));
            sandbox.check();
        }
    }

    private void typeAs(String newName) {
        Optional.ofNullable(MEMBERS.get(newName))
                .ifPresentOrElse(
                        id -> {
                            name = newName;
                            screen.print("You are now typing as " + newName + ".");
                        },
                        () -> screen.print(
                                "There is no \"%s\". Choose member, moderator or owner.".formatted(newName)));
    }

    private void restart() throws CliException, InterruptedException {
        screen.print("Restarting the bot…");
        sandbox.restart();
        screen.print("The bot is running again.");
    }

    private void invoke(String line) throws InterruptedException {
        if (!line.startsWith("/")) {
            screen.print("Commands begin with a slash, like /branding about; /help lists them.");
            return;
        }
        show(sandbox.discord().invoke(SlashInvocation.parse(line, memberId(), FakeGuildSettings.GENERAL)));
    }

    private void click(String label) throws InterruptedException {
        var answer = Optional.ofNullable(lastAnswer);
        var button = answer.stream()
                .flatMap(message -> message.buttons().stream())
                .filter(candidate -> candidate.path("label").asText().equalsIgnoreCase(label))
                .findFirst();
        if (answer.isEmpty() || button.isEmpty()) {
            screen.print(
                    labels().isEmpty()
                            ? "The last answer has no button to click."
                            : "The last answer has these buttons: " + String.join(", ", labels()) + ".");
            return;
        }
        show(sandbox.discord()
                .click(answer.get().id(), button.get().path("custom_id").asText(), memberId()));
    }

    private void show(CompletableFuture<InteractionResult> reply) throws InterruptedException {
        try {
            show(reply.get(ANSWER_TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            show(new InteractionResult.NoResponse());
        }
    }

    private void show(InteractionResult reply) {
        if (reply instanceof InteractionResult.Answered answered) {
            lastAnswer = answered.message();
            screen.printAnswer(answered.message());
        } else if (reply instanceof InteractionResult.Refused refused) {
            screen.print(refused.reason());
        } else {
            screen.print("The application did not respond.");
        }
    }
}

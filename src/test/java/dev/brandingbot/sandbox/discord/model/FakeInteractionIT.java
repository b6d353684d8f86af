package dev.brandingbot.sandbox.discord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.SandboxBot;
import dev.brandingbot.sandbox.discord.client.CommandCompleter;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.testing.TestImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slash commands, buttons and suggestions, with the real JDA. */
class FakeInteractionIT {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-04-05T12:00:00Z"));
    private final TestCommands commands = new TestCommands();
    private FakeDiscord discord;
    private SandboxBot bot;

    @BeforeEach
    void connect() throws InterruptedException {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults().withClock(clock));
        bot = SandboxBot.connect(discord, commands);
        bot.guild()
                .upsertCommand(Commands.slash("test", "A command")
                        .addSubcommands(new SubcommandData("late", "Waits"))
                        .addSubcommands(new SubcommandData("about", "Says something")
                                .addOption(OptionType.STRING, "event", "An event", false, true)
                                .addOption(OptionType.USER, "who", "A member"))
                        .addSubcommandGroups(new SubcommandGroupData("calendar", "The calendar")
                                .addSubcommands(new SubcommandData("show", "Shows pages"))))
                .complete();
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void answersACommandAfterThinking() {
        var reply = invoke("/test about event:events/easter egg who:" + FakeGuildSettings.MODERATOR);

        assertThat(answer(reply).isEphemeral()).isTrue();
        assertThat(answer(reply).embeds()).singleElement().satisfies(embed -> {
            assertThat(embed.path("title").asText()).isEqualTo("events/easter egg");
            assertThat(embed.path("description").asText()).isEqualTo("moderator");
        });
        assertThat(discord.messages(FakeGuildSettings.GENERAL)).isEmpty();
    }

    @Test
    void changesPagesByButtons() {
        var first = answer(invoke("/test calendar show"));

        var second = answer(discord.click(first.id(), "next", FakeGuildSettings.MEMBER));

        assertThat(first.content()).isEqualTo("page 1");
        assertThat(first.files())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).isEqualTo(TestImages.png("a")));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.content()).isEqualTo("page 2");
        assertThat(second.buttons()).isEmpty();
        assertThat(discord.messages(FakeGuildSettings.GENERAL)).containsExactly(second);
        assertThat(discord.click(first.id(), "next", FakeGuildSettings.MEMBER))
                .isCompletedWithValueMatching(InteractionResult.Refused.class::isInstance);
    }

    @Test
    void suggestsValues() {
        var reply = discord.suggest(typed("/test about event:eas"), "event");

        assertThat(reply)
                .succeedsWithin(Duration.ofSeconds(5))
                .asInstanceOf(type(InteractionResult.Suggested.class))
                .satisfies(suggested -> assertThat(suggested.choices())
                        .extracting(choice -> choice.path("value").asText())
                        .containsExactly("eas-1", "eas-2"));
    }

    @Test
    void refusesAnAnswerAfterThreeSeconds() throws InterruptedException {
        var reply = invoke("/test late");
        commands.received.await(5, TimeUnit.SECONDS);

        clock.advance(Duration.ofMillis(3_001));
        commands.goOn.countDown();

        assertThat(reply).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(InteractionResult.NoResponse.class);
        await().untilAsserted(() -> assertThat(commands.failure.get())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(10062)));
    }

    @Test
    void letsOneOfTwoCopiesAnswer() throws InterruptedException {
        var others = new TestCommands();
        try (var other = SandboxBot.connect(discord, others)) {
            assertThat(other.guild().getIdLong()).isEqualTo(FakeGuildSettings.ID);
            commands.goOn.countDown();
            others.goOn.countDown();

            invoke("/test late");

            await().untilAsserted(() -> assertThat(List.of(commands, others))
                    .map(each -> each.failure.get())
                    .filteredOn(ErrorResponseException.class::isInstance)
                    .singleElement()
                    .satisfies(failure -> assertThat(((ErrorResponseException) failure).getErrorCode())
                            .isEqualTo(40060)));
        }
    }

    @Test
    void refusesWhatTheClientWouldNotSend() {
        assertThat(invoke("/test")).isCompletedWithValueMatching(InteractionResult.Refused.class::isInstance);
        assertThat(invoke("/test calendar")).isCompletedWithValueMatching(InteractionResult.Refused.class::isInstance);
        assertThat(invoke("/nothing")).isCompletedWithValueMatching(InteractionResult.Refused.class::isInstance);
        assertThat(invoke("/test about colour:red"))
                .isCompletedWithValueMatching(InteractionResult.Refused.class::isInstance);
    }

    @Test
    void keepsOtherCommandsWhenOneIsUpserted() {
        bot.guild().upsertCommand("other", "Another module's").complete();

        bot.guild().upsertCommand("test", "A new description").complete();

        assertThat(discord.commands())
                .extracting(command -> command.path("name").asText())
                .containsExactlyInAnyOrder("test", "other");
        assertThat(bot.guild().retrieveCommands().complete()).hasSize(2);
    }

    @Test
    void doesNotRespondWithoutTheBot() {
        bot.close();

        await().untilAsserted(() -> assertThat(invoke("/test late"))
                .isCompletedWithValueMatching(InteractionResult.NoResponse.class::isInstance));
    }

    @Test
    void acceptsAValueForTheOnlyUnsetOption() {
        assertThat(refusal("/test about pride"))
                .isEqualTo("Give options as name:value, like /test about event:pride who:…");
        assertThat(answer(invoke("/test about pride day who:" + FakeGuildSettings.OWNER))
                        .embeds()
                        .get(0)
                        .path("title")
                        .asText())
                .isEqualTo("pride day");
        assertThat(refusal("/test late now"))
                .isEqualTo("/test late has no more options, so \"now\" is not understood.");
    }

    @Test
    void saysWhatACommandNeeds() {
        assertThat(refusal("/nothing")).isEqualTo("Unknown command: /nothing. /help lists all commands.");
        assertThat(refusal("/test nothing")).isEqualTo("/test needs one of these: late, about, calendar.");
        assertThat(refusal("/test calendar")).isEqualTo("/test calendar needs one of these: show.");
        assertThat(refusal("/test about when:now")).isEqualTo("Unknown option: when. The options are: event, who.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/t | /test",
                "/test  | /test late, /test about, /test calendar",
                "/test ca | /test calendar",
                "/test calendar  | /test calendar show",
                "/test nothing  | none",
                "/test late  | none",
                "/test about  | /test about event:, /test about who:",
                "/test about ev | /test about event:",
                "/test about event:pri | /test about event:pri-1, /test about event:pri-2",
                "/test about who:1100000000000000023 event:pri day | /test about who:1100000000000000023 event:pri day-1, /test about who:1100000000000000023 event:pri day-2",
                "/test about who:1100000000000000023 pri | /test about who:1100000000000000023 event:pri-1, /test about who:1100000000000000023 event:pri-2",
                "/test about event:pri w | /test about event:pri who:, /test about event:pri w-1, /test about event:pri w-2",
                "test | none"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void offersWhatCanBeTypedNext(String typed, String offered) throws InterruptedException {
        var text = typed.substring(0, typed.length() - 1);

        assertThat(discord.completer().complete(text, FakeGuildSettings.MEMBER, FakeGuildSettings.GENERAL))
                .extracting(CommandCompleter.Choice::text)
                .isEqualTo(
                        offered.strip().equals("none")
                                ? List.of()
                                : List.of(offered.strip().split(", ")));
    }

    private String refusal(String typed) {
        return ((InteractionResult.Refused) invoke(typed).join()).reason();
    }

    private CompletableFuture<InteractionResult> invoke(String typed) {
        return discord.invoke(typed(typed));
    }

    private static SlashInvocation typed(String text) {
        return SlashInvocation.parse(text, FakeGuildSettings.MEMBER, FakeGuildSettings.GENERAL);
    }

    private static FakeMessage answer(CompletableFuture<InteractionResult> reply) {
        assertThat(reply).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(InteractionResult.Answered.class);
        return ((InteractionResult.Answered) reply.join()).message();
    }

    private static final class TestCommands extends ListenerAdapter {
        private final CountDownLatch received = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (event.getFullCommandName()) {
                case "test about" -> about(event);
                case "test calendar show" ->
                    event.reply("page 1")
                            .addFiles(FileUpload.fromData(TestImages.png("a"), "page.png"))
                            .addComponents(ActionRow.of(Button.primary("next", "Next")))
                            .queue();
                default -> late(event);
            }
        }

        private static void about(SlashCommandInteractionEvent event) {
            var embed = new EmbedBuilder()
                    .setTitle(event.getOption("event", "", option -> option.getAsString()))
                    .setDescription(event.getOption(
                            "who", "", option -> option.getAsUser().getName()))
                    .build();
            event.deferReply(true)
                    .flatMap(hook -> hook.editOriginalEmbeds(embed))
                    .queue();
        }

        private void late(SlashCommandInteractionEvent event) {
            received.countDown();
            CompletableFuture.runAsync(() -> {
                try {
                    goOn.await(5, TimeUnit.SECONDS);
                    event.reply("late").complete();
                } catch (InterruptedException | RuntimeException e) {
                    failure.set(e);
                }
            });
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.deferEdit()
                    .flatMap(hook -> hook.editOriginal("page 2").setComponents())
                    .queue();
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            var typed = event.getFocusedOption().getValue();
            event.replyChoiceStrings(typed + "-1", typed + "-2").queue();
        }
    }
}

package dev.brandingbot.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.command.BrandingCommand;
import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.PageButton;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.guild.GenericGuildEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateFeaturesEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.requests.restaction.interactions.MessageEditCallbackAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** What the cog does in JDA's event thread, and what is left to the executor. */
@ExtendWith(MockitoExtension.class)
@MockitoSettings(strictness = Strictness.LENIENT)
class BrandingCogTest {
    private static final long GUILD = 123;
    private static final long MODERATORS = 7;

    private final ManualExecutor executor =
            new ManualExecutor(new SettableClock(Instant.parse("2027-06-01T12:00:00Z")));

    @Mock
    private UnifiedJedis redis;

    @Mock
    private BrandingSource source;

    @Mock
    private SlashCommandInteractionEvent command;

    @Mock
    private CommandAutoCompleteInteractionEvent typing;

    @Mock
    private ButtonInteractionEvent button;

    @Mock
    private JDA jda;

    @Mock
    private ReplyCallbackAction reply;

    @Mock
    private MessageEditCallbackAction edit;

    @Mock
    private InteractionHook hook;

    @Mock
    private WebhookMessageEditAction<Message> answer;

    @Captor
    private ArgumentCaptor<Consumer<? super InteractionHook>> accepted;

    @Captor
    private ArgumentCaptor<Consumer<? super Throwable>> failed;

    @Captor
    private ArgumentCaptor<MessageEditData> answered;

    @Captor
    private ArgumentCaptor<MessageEmbed> refused;

    private BrandingCog cog;

    @BeforeEach
    void open() {
        when(source.name()).thenReturn("owner/name@main");
        when(command.deferReply()).thenReturn(reply);
        when(command.replyEmbeds(any(MessageEmbed.class))).thenReturn(reply);
        when(reply.setEphemeral(true)).thenReturn(reply);
        when(button.deferEdit()).thenReturn(edit);
        when(hook.editOriginal(any(MessageEditData.class))).thenReturn(answer);
        when(redis.hgetAll(anyString())).thenThrow(new JedisConnectionException("Connection refused"));
        when(redis.transaction(false)).thenReturn(mock(AbstractTransaction.class));
        when(command.getJDA()).thenReturn(jda);
        when(typing.getJDA()).thenReturn(jda);
        when(button.getJDA()).thenReturn(jda);
        cog = cog();
    }

    private BrandingCog cog() {
        return BrandingCog.builder(GUILD)
                .source(source)
                .redis(redis)
                .executor(executor)
                .moderatorRoles(Set.of(MODERATORS))
                .build();
    }

    @Test
    void doesNothingBeforeItsGuildIsThere() {
        verifyNoInteractions(redis);
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void startsOnceWhenItsGuildIsThere() {
        cog.onGuildReady(event(GuildReadyEvent.class, GUILD));
        cog.onGuildAvailable(event(GuildAvailableEvent.class, GUILD));
        cog.onGuildJoin(event(GuildJoinEvent.class, GUILD));

        verifyNoInteractions(redis);
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void doesNotStartForAnotherGuild() {
        cog.onGuildReady(event(GuildReadyEvent.class, 124));
        cog.onGuildAvailable(event(GuildAvailableEvent.class, 124));
        cog.onGuildJoin(event(GuildJoinEvent.class, 124));

        assertThat(executor.waiting()).isZero();
    }

    @Test
    void looksAtOnceWhenAFeatureComesOrGoes() {
        cog.onGuildUpdateFeatures(features(GUILD, Set.of("BANNER", "COMMUNITY"), Set.of("COMMUNITY")));

        verifyNoInteractions(redis);
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void leavesOtherFeaturesAndOtherGuildsAlone() {
        cog.onGuildUpdateFeatures(features(GUILD, Set.of("BANNER"), Set.of("BANNER", "COMMUNITY")));
        cog.onGuildUpdateFeatures(features(124, Set.of("BANNER"), Set.of()));

        assertThat(executor.waiting()).isZero();
    }

    @Test
    void closesNothingThatItWasLent() {
        cog.onGuildReady(event(GuildReadyEvent.class, GUILD));

        cog.close();
        cog.close();

        assertThat(executor.isShutdown()).isFalse();
        assertThat(executor.waiting()).isZero();
        verify(redis, never()).close();
    }

    @Test
    void isSilentOnceItIsClosed() {
        typed("branding about", GUILD, moderator());
        var here = guild(GUILD);
        when(typing.getGuild()).thenReturn(here);
        when(typing.getFullCommandName()).thenReturn("branding event pin");
        pressed(new PageButton(GUILD, PageButton.PagedList.CALENDAR, 1).id(), GUILD);

        cog.close();
        cog.onSlashCommandInteraction(command);
        cog.onCommandAutoCompleteInteraction(typing);
        cog.onButtonInteraction(button);
        cog.onGuildReady(event(GuildReadyEvent.class, GUILD));
        cog.onGuildUpdateFeatures(features(GUILD, Set.of("BANNER"), Set.of()));

        assertSilence();
        verify(typing, never()).replyChoices(anyCollection());
        verify(button, never()).deferEdit();
        assertThat(cog.checkNow()).isCompleted();
    }

    @Test
    void leavesEveryJdaThatItListensToWhenItIsClosed() {
        var shards = mock(ShardManager.class);
        var shard = mock(JDA.class);
        when(shard.getShardManager()).thenReturn(shards);
        cog.start(jda);
        var ready = mock(ReadyEvent.class);
        when(ready.getJDA()).thenReturn(shard);
        cog.onEvent(ready);

        cog.close();
        cog.close();

        verify(jda).removeEventListener(cog);
        verify(shard).removeEventListener(cog);
        verify(shards).removeEventListener(cog);
    }

    @Test
    void leavesAJdaThatTellsItOfSomethingAfterItWasClosed() {
        cog.close();

        cog.onEvent(command);

        verify(jda).removeEventListener(cog);
        assertSilence();
    }

    @Test
    void saysThatItWasClosedWhenItIsStartedAgain() {
        cog.start(jda);
        cog.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> cog.start(jda))
                .withMessage("This BrandingCog was closed: build a new one.");
        assertThatIllegalStateException().isThrownBy(() -> cog.synchronize(jda));
        assertThatIllegalStateException().isThrownBy(() -> cog.dryRun(jda));
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void refusesToStartBesideAnotherOneForItsGuild() {
        var second = cog();
        when(jda.getRegisteredListeners()).thenReturn(List.of(cog, second));
        cog.start(jda);
        typed("branding about", GUILD, moderator());

        assertThatIllegalStateException()
                .isThrownBy(() -> second.start(jda))
                .withMessageContaining("Another BrandingCog serves the guild 123 on this JDA");
        second.onSlashCommandInteraction(command);
        verify(command, never()).deferReply();
        cog.onSlashCommandInteraction(command);
        verify(command).deferReply();
    }

    @Test
    void isSilentBesideAnotherOneUntilThatIsClosed() {
        var second = cog();
        when(jda.getRegisteredListeners()).thenReturn(List.of(cog, second));
        var ready = event(GuildReadyEvent.class, GUILD);
        var here = ready.getGuild();
        when(here.getJDA()).thenReturn(jda);
        cog.onGuildReady(ready);
        second.onGuildReady(ready);
        assertThat(executor.waiting()).isEqualTo(1);
        typed("branding about", GUILD, moderator());
        second.onSlashCommandInteraction(command);
        verify(command, never()).deferReply();

        cog.close();
        second.start(jda);
        second.onSlashCommandInteraction(command);
        cog.onSlashCommandInteraction(command);

        verify(command).deferReply();
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void startsBesideOneForAnotherGuild() {
        var other = BrandingCog.builder(124)
                .source(source)
                .redis(redis)
                .executor(executor)
                .build();
        when(jda.getRegisteredListeners()).thenReturn(List.of(other, cog));

        other.start(jda);
        cog.start(jda);

        assertThat(executor.waiting()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "branding", "branding unknown", "other about"})
    void isSilentAboutOtherCommands(String name) {
        typed(name, GUILD, moderator());

        cog.onSlashCommandInteraction(command);

        assertSilence();
    }

    @Test
    void isSilentAboutOtherGuildsAndDirectMessages() {
        typed("branding about", 124, moderator());
        cog.onSlashCommandInteraction(command);

        when(command.getGuild()).thenReturn(null);
        cog.onSlashCommandInteraction(command);

        assertSilence();
    }

    @ParameterizedTest
    @EnumSource(
            value = BrandingCommand.class,
            names = {"ABOUT", "CALENDAR_SHOW"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesModeratorsCommandsToOthersForTheirEyesOnly(BrandingCommand refusedCommand) {
        typed(name(refusedCommand), GUILD, mock(Member.class));

        cog.onSlashCommandInteraction(command);

        verify(command).replyEmbeds(refused.capture());
        assertThat(refused.getValue()).isEqualTo(Embeds.refusal());
        verify(reply).setEphemeral(true);
        verify(reply).queue(any(), any());
        verify(command, never()).deferReply();
        assertThat(executor.waiting()).isZero();
        verifyNoInteractions(redis);
    }

    @Test
    void refusesAModeratorsCommandOfNobody() {
        typed("branding sync", GUILD, null);

        cog.onSlashCommandInteraction(command);

        verify(command, never()).deferReply();
        verify(reply).setEphemeral(true);
    }

    @ParameterizedTest
    @EnumSource(BrandingCommand.class)
    void answersModeratorsForTheirEyesOnly(BrandingCommand given) {
        typed(name(given), GUILD, moderator());

        cog.onSlashCommandInteraction(command);

        verify(reply, times(given.isForModerators() ? 1 : 0)).setEphemeral(true);
        verify(reply).queue(any(), any());
    }

    @ParameterizedTest
    @EnumSource(BrandingCommand.class)
    void acknowledgesFirstAndWorksOnTheExecutor(BrandingCommand given) {
        typed(name(given), GUILD, moderator());

        cog.onSlashCommandInteraction(command);
        assertThat(executor.waiting())
                .as("before Discord took the acknowledgement")
                .isZero();
        accept();

        verifyNoInteractions(redis, hook);
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = BrandingCommand.class,
            names = {"ABOUT", "CALENDAR_SHOW"})
    void letsEverybodyUseTheCommandsForEverybody(BrandingCommand open) {
        typed(name(open), GUILD, mock(Member.class));

        cog.onSlashCommandInteraction(command);

        verify(command).deferReply();
    }

    @Test
    void answersWhenRedisIsAway() {
        typed("branding calendar show", GUILD, mock(Member.class));
        cog.onSlashCommandInteraction(command);
        accept();

        executor.runDue();

        assertThat(answer().getDescription()).contains("The bot can't reach its database (Redis) right now.");
    }

    @Test
    void answersWhenTheWorkEndsInAnError() {
        when(redis.hget(anyString(), anyString())).thenThrow(new IllegalStateException("a bug with a token in it"));
        typed("branding daemon status", GUILD, moderator());
        cog.onSlashCommandInteraction(command);
        accept();

        executor.runDue();

        assertThat(answer().getTitle()).isEqualTo("That did not work");
        assertThat(answer().getDescription()).contains("log").doesNotContain("token");
    }

    @Test
    void answersWhenTheWorkRunsOutOfMemory() {
        when(redis.hget(anyString(), anyString())).thenThrow(new OutOfMemoryError("Java heap space"));
        typed("branding daemon status", GUILD, moderator());
        cog.onSlashCommandInteraction(command);
        accept();

        executor.runDue();

        assertThat(answer().getTitle()).isEqualTo("That did not work");
    }

    @Test
    void answersACommandThatComesWhileItsHostShutsDown() {
        typed("branding about", GUILD, moderator());
        executor.shutdown();

        cog.onSlashCommandInteraction(command);
        accept();

        assertThat(answer().getTitle()).isEqualTo("That did not work");
    }

    @Test
    void answersWithoutTheRestWhenDiscordDoesNotTakeTheAnswer() {
        typed("branding daemon status", GUILD, moderator());
        cog.onSlashCommandInteraction(command);
        accept();
        executor.runDue();

        verify(answer).queue(any(), failed.capture());
        failed.getValue().accept(new IllegalStateException("413: Request entity too large"));

        verify(hook, times(2)).editOriginal(answered.capture());
        verify(answer, times(2)).queue(any(), any());
        assertThat(EmbedLimits.only(answered.getValue().getEmbeds()).getDescription())
                .isEqualTo("Discord rejected the answer. The bot's log has the reason.");
    }

    @Test
    void turnsAPageOnTheExecutor() {
        pressed(new PageButton(GUILD, PageButton.PagedList.CALENDAR, 1).id(), GUILD);

        cog.onButtonInteraction(button);
        verify(edit).queue(accepted.capture(), any());
        accepted.getValue().accept(hook);

        verifyNoInteractions(redis, hook);
        executor.runDue();
        assertThat(answer().getTitle()).isEqualTo("That did not work");
    }

    @Test
    void takesAwayButtonsOfItsOwnThatItDoesNotKnow() {
        when(hook.editOriginalComponents(List.of())).thenReturn(answer);
        pressed("branding:123:chapter:1", GUILD);

        cog.onButtonInteraction(button);
        verify(edit).queue(accepted.capture(), any());
        accepted.getValue().accept(hook);

        verify(hook).editOriginalComponents(List.of());
        verify(answer).queue(any(), any());
    }

    @Test
    void isSilentAboutOtherButtons() {
        pressed("other:1", GUILD);
        cog.onButtonInteraction(button);
        pressed(new PageButton(124, PageButton.PagedList.CALENDAR, 1).id(), GUILD);
        cog.onButtonInteraction(button);
        pressed(new PageButton(GUILD, PageButton.PagedList.CALENDAR, 1).id(), 124);
        cog.onButtonInteraction(button);

        verify(button, never()).deferEdit();
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void looksOnTheExecutor() {
        var look = cog.checkNow();

        assertThat(look).isNotDone();
        verifyNoInteractions(redis);
    }

    private void assertSilence() {
        verify(command, never()).deferReply();
        verify(command, never()).replyEmbeds(any(MessageEmbed.class));
        verifyNoInteractions(reply, redis);
        assertThat(executor.waiting()).isZero();
    }

    private void typed(String name, long guildId, Member member) {
        var guild = guild(guildId);
        when(command.getFullCommandName()).thenReturn(name);
        when(command.getGuild()).thenReturn(guild);
        when(command.getMember()).thenReturn(member);
        var user = mock(User.class);
        when(command.getUser()).thenReturn(user);
    }

    private void pressed(String id, long guildId) {
        var guild = guild(guildId);
        when(button.getComponentId()).thenReturn(id);
        when(button.getGuild()).thenReturn(guild);
    }

    /** Discord takes the acknowledgement. */
    private void accept() {
        verify(reply).queue(accepted.capture(), any());
        accepted.getValue().accept(hook);
    }

    private MessageEmbed answer() {
        verify(hook).editOriginal(answered.capture());
        verify(answer).queue(any(), any());
        assertThat(answered.getValue().getAllowedMentions()).isEmpty();
        return EmbedLimits.only(answered.getValue().getEmbeds());
    }

    private static String name(BrandingCommand command) {
        return "branding " + command.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Member moderator() {
        var role = mock(Role.class);
        when(role.getIdLong()).thenReturn(MODERATORS);
        var member = mock(Member.class);
        when(member.hasPermission(Permission.MANAGE_SERVER)).thenReturn(false);
        when(member.getUnsortedRoles()).thenReturn(Set.of(role));
        return member;
    }

    private static Guild guild(long id) {
        var guild = mock(Guild.class);
        when(guild.getIdLong()).thenReturn(id);
        return guild;
    }

    private static GuildUpdateFeaturesEvent features(long guildId, Set<String> before, Set<String> now) {
        var event = event(GuildUpdateFeaturesEvent.class, guildId);
        when(event.getOldFeatures()).thenReturn(before);
        when(event.getNewFeatures()).thenReturn(now);
        return event;
    }

    private static <E extends GenericGuildEvent> E event(Class<E> type, long guildId) {
        var guild = guild(guildId);
        var jda = mock(JDA.class);
        when(guild.getJDA()).thenReturn(jda);
        var event = mock(type);
        when(event.getGuild()).thenReturn(guild);
        return event;
    }
}

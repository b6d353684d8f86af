package dev.brandingbot.cog.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.announcement.AnnouncementHeader;
import dev.brandingbot.cog.announcement.AnnouncementRenderer;
import dev.brandingbot.cog.announcement.ChangelogChannel;
import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.testing.TestImages;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.SelfMember;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;

/** What is asked of JDA before and around a request; the requests themselves are tested with the real JDA. */
@ExtendWith(MockitoExtension.class)
@MockitoSettings(strictness = Strictness.LENIENT)
class JdaBrandedGuildTest {
    private static final Announcement ANNOUNCEMENT = new Announcement(
            new ActiveEvent("events/pride", EventMetadata.of(EventDates.parse("June 1 to June 30"), "Colours"), "m"),
            new DateRange(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 30)),
            Optional.empty(),
            Optional.empty(),
            List.of());

    private static final AnnouncementRenderer WRITER = new AnnouncementRenderer(
            new AnnouncementHeader(Optional.of(9L), "Hello"),
            assets -> new EmbedImages(Map.of(AssetKind.ICON, new ImageFile(ImageType.PNG, TestImages.png("icon")))));

    @Mock
    private Guild guild;

    @Mock
    private SelfMember self;

    @Mock
    private GuildMessageChannel channel;

    @Mock
    private MessageCreateAction action;

    private JdaBrandedGuild branded;

    @BeforeEach
    void open() {
        when(guild.getSelfMember()).thenReturn(self);
        when(guild.getFeatures()).thenReturn(Set.of());
        when(guild.getGuildChannelById(5L)).thenReturn(channel);
        when(channel.getType()).thenReturn(ChannelType.TEXT);
        when(channel.getGuild()).thenReturn(guild);
        when(channel.sendMessage(any(MessageCreateData.class))).thenReturn(action);
        when(action.setNonce(anyString())).thenReturn(action);
        when(action.timeout(anyLong(), any())).thenReturn(action);
        mayWrite(true);
        branded = branded(() -> Optional.of(guild), WRITER);
    }

    @Test
    void asksForFeaturesAndPermissionsAtEachMoment() {
        assertThat(branded.capabilities()).isEqualTo(new GuildCapabilities(true, false, false, false, false, true));

        when(self.hasPermission(Permission.MANAGE_SERVER)).thenReturn(true);
        when(guild.getFeatures()).thenReturn(Set.of("BANNER", "ANIMATED_ICON", "ANIMATED_BANNER", "COMMUNITY"));

        assertThat(branded.capabilities()).isEqualTo(new GuildCapabilities(true, true, true, true, true, true));
    }

    @Test
    void hasNoChangelogWhereNoneIsSet() {
        assertThat(new JdaBrandedGuild(() -> Optional.of(guild), Optional.empty()).capabilities())
                .extracting(GuildCapabilities::hasChangelog)
                .isEqualTo(false);
    }

    @Test
    void failsWithAReasonWhileTheGuildIsNotThere() {
        var away = branded(Optional::empty, WRITER);

        assertThat(away.capabilities()).isEqualTo(GuildCapabilities.NONE);
        assertThat(reason(away.applyAssets(Map.of(), "x"))).contains("is not serving this server");
        assertThat(reason(away.announce(ANNOUNCEMENT))).contains("is not serving this server");
    }

    @Test
    void announcesWithItsNonce() {
        when(action.submit()).thenReturn(CompletableFuture.completedFuture(null));

        assertThat(branded.announce(ANNOUNCEMENT)).isEqualTo(new DiscordResult.Success());
        verify(action).setNonce(ANNOUNCEMENT.nonce());
    }

    @Test
    void announcesWithTheImagesThatAreOnWhereItMayAttachThem() {
        when(action.submit()).thenReturn(CompletableFuture.completedFuture(null));
        branded.announce(ANNOUNCEMENT);
        when(self.hasPermission(channel, Permission.MESSAGE_ATTACH_FILES)).thenReturn(true);
        branded.announce(ANNOUNCEMENT);

        var messages = ArgumentCaptor.forClass(MessageCreateData.class);
        verify(channel, times(2)).sendMessage(messages.capture());
        assertThat(messages.getAllValues())
                .extracting(message -> message.getFiles().size())
                .containsExactly(0, 1);
    }

    @Test
    void changesAndAnnouncesNothingOnceTheLockIsLost() {
        var locked = branded.whileHeld(() -> false);

        assertThat(locked.applyAssets(Map.of(), "x")).isEqualTo(DiscordResult.LOCK_LOST);
        assertThat(locked.announce(ANNOUNCEMENT)).isEqualTo(DiscordResult.LOCK_LOST);
        verify(action, never()).submit();
    }

    /** Its images may take ten seconds to arrive, in which another instance may acquire the lock. */
    @Test
    void asksForTheLockOnceTheAnnouncementIsWritten() {
        var isHeld = new AtomicBoolean(true);
        when(self.hasPermission(channel, Permission.MESSAGE_ATTACH_FILES)).thenReturn(true);
        var slow = new AnnouncementRenderer(new AnnouncementHeader(Optional.empty(), "Hello"), assets -> {
            isHeld.set(false);
            return new EmbedImages(Map.of());
        });
        var locked = branded(() -> Optional.of(guild), slow).whileHeld(isHeld::get);

        assertThat(locked.announce(ANNOUNCEMENT)).isEqualTo(DiscordResult.LOCK_LOST);
        verify(action, never()).submit();
    }

    @Test
    void saysWhichPermissionsTheChangelogNeeds() {
        mayWrite(false);

        assertThat(reason(branded.announce(ANNOUNCEMENT))).contains("View Channel, Send Messages, Embed Links");
        verify(channel, never()).sendMessage(any(MessageCreateData.class));
    }

    /** As JDA does for a thread without Send Messages in Threads, and for a member that is timed out. */
    @Test
    void saysWhatJdaFindsMissing() {
        var missing = new InsufficientPermissionException(guild, Permission.MESSAGE_SEND_IN_THREADS);
        when(channel.sendMessage(any(MessageCreateData.class))).thenThrow(missing);

        assertThat(reason(branded.announce(ANNOUNCEMENT))).contains("Send Messages in Threads");
    }

    @Test
    void saysWhenTheChangelogIsGone() {
        when(guild.getGuildChannelById(5L)).thenReturn(null);

        assertThat(reason(branded.announce(ANNOUNCEMENT)))
                .contains("The changelog channel", "No channel of this server has the ID 5");
    }

    @Test
    void isAbandonedOnceJdaIsShutDown() {
        when(action.submit()).thenThrow(new RejectedExecutionException("The Requester has been stopped!"));

        assertThatThrownBy(() -> branded.announce(ANNOUNCEMENT)).isInstanceOf(CancellationException.class);
    }

    @Test
    void isAbandonedWhenJdaGivesUpWhatWaits() {
        var cancelled = new CompletableFuture<Message>();
        cancelled.cancel(true);
        when(action.submit()).thenReturn(cancelled);

        assertThatThrownBy(() -> branded.announce(ANNOUNCEMENT)).isInstanceOf(CancellationException.class);
    }

    @Test
    void isAbandonedWhenItsThreadIsInterrupted() {
        var never = new CompletableFuture<Message>();
        when(action.submit()).thenReturn(never);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> branded.announce(ANNOUNCEMENT)).isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(never).isCancelled();
    }

    private void mayWrite(boolean may) {
        when(self.getPermissionsExplicit(channel))
                .thenReturn(may ? EnumSet.allOf(Permission.class) : EnumSet.noneOf(Permission.class));
    }

    private static String reason(DiscordResult answer) {
        assertThat(answer).isInstanceOf(DiscordResult.Failed.class);
        return ((DiscordResult.Failed) answer).reason();
    }

    private static JdaBrandedGuild branded(Supplier<Optional<Guild>> guild, AnnouncementRenderer renderer) {
        return new JdaBrandedGuild(guild, Optional.of(new ChangelogChannel(guild, 5, renderer)));
    }
}

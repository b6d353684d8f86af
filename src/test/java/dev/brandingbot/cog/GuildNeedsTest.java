package dev.brandingbot.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.SelfMember;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuildNeedsTest {
    private static final long MOD_LOG = 8;
    private final Guild guild = mock(Guild.class);
    private final SelfMember self = mock(SelfMember.class);
    private final GuildMessageChannel channel = mock(GuildMessageChannel.class);

    @BeforeEach
    void allowAll() {
        when(guild.getSelfMember()).thenReturn(self);
        when(guild.getFeatures()).thenReturn(Set.of("BANNER", "ANIMATED_ICON", "ANIMATED_BANNER"));
        when(guild.getChannelById(GuildMessageChannel.class, MOD_LOG)).thenReturn(channel);
        when(self.hasPermission(any(Permission.class))).thenReturn(true);
        when(self.hasPermission(eq(channel), any(Permission.class))).thenReturn(true);
    }

    @Test
    void missesNothingWhereAllIsThere() {
        assertThat(needs(Optional.of(MOD_LOG), true).missing()).isEmpty();
    }

    @Test
    void namesWhatIsMissingInTheModeratorsChannel() {
        when(self.hasPermission(channel, Permission.MESSAGE_SEND)).thenReturn(false);

        assertThat(needs(Optional.of(MOD_LOG), false).missing())
                .containsExactly(
                        "In the moderators' channel: Send Messages. Allow it there, so that moderators hear of trouble.");
    }

    @Test
    void saysThatTheModeratorsChannelIsNotThere() {
        assertThat(needs(Optional.of(9L), false).missing())
                .containsExactly(
                        "The moderators' channel: it is gone, or hidden from the bot. Check BRANDING_MOD_LOG_CHANNEL_ID.");
    }

    @Test
    void asksToCreateEventsOnlyWhereTheyArePublished() {
        when(self.hasPermission(Permission.CREATE_SCHEDULED_EVENTS)).thenReturn(false);

        assertThat(needs(Optional.empty(), true).missing())
                .singleElement()
                .asString()
                .startsWith("Permission Create Events");
        assertThat(needs(Optional.empty(), false).missing()).isEmpty();
    }

    @Test
    void saysWhatAMissingFeatureMeans() {
        when(guild.getFeatures()).thenReturn(Set.of("BANNER", "ANIMATED_ICON"));

        assertThat(needs(Optional.empty(), false).missing())
                .containsExactly("Feature ANIMATED_BANNER: without it banners are shown still. It comes with boosts.");
    }

    private GuildNeeds needs(Optional<Long> modLogId, boolean isPublishing) {
        return new GuildNeeds(() -> Optional.of(guild), Optional.empty(), modLogId, isPublishing);
    }
}

package dev.brandingbot.cog.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.SampleSettings;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.SelfMember;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuildRequirementsTest {
    private static final long MOD_LOG = 8;
    private final Guild guild = mock(Guild.class);
    private final SelfMember self = mock(SelfMember.class);
    private final GuildMessageChannel channel = mock(GuildMessageChannel.class);

    @BeforeEach
    void allowAll() {
        when(guild.getSelfMember()).thenReturn(self);
        when(guild.getFeatures()).thenReturn(Set.of("BANNER", "ANIMATED_ICON", "ANIMATED_BANNER"));
        when(guild.getGuildChannelById(MOD_LOG)).thenReturn(channel);
        when(channel.getId()).thenReturn("8");
        when(channel.getGuild()).thenReturn(guild);
        when(channel.getType()).thenReturn(ChannelType.TEXT);
        when(self.hasPermission(any(Permission.class))).thenReturn(true);
        when(self.hasPermission(Permission.ADMINISTRATOR)).thenReturn(false);
        when(self.getPermissionsExplicit(channel)).thenReturn(EnumSet.allOf(Permission.class));
    }

    @Test
    void missesNothingWhereAllIsThere() {
        assertThat(requirements(Optional.of(MOD_LOG), 3).missing()).isEmpty();
    }

    @Test
    void namesWhatIsMissingInTheModeratorsChannel() {
        when(self.getPermissionsExplicit(channel))
                .thenReturn(EnumSet.complementOf(EnumSet.of(Permission.MESSAGE_SEND)));

        assertThat(requirements(Optional.of(MOD_LOG), 0).missing())
                .extracting(MissingRequirement::line)
                .containsExactly("**The mod-log channel:** In <#8> the bot lacks Send Messages,"
                        + " so moderators can't be alerted. Allow it there.");
    }

    @Test
    void saysThatTheModeratorsChannelIsNotThere() {
        assertThat(requirements(Optional.of(9L), 0).missing())
                .extracting(MissingRequirement::line)
                .containsExactly("**The mod-log channel:** No channel of this server has the ID 9,"
                        + " so moderators can't be alerted. Set the ID of a text channel.");
    }

    @Test
    void asksToCreateEventsOnlyWhereTheyArePublished() {
        when(self.hasPermission(Permission.CREATE_SCHEDULED_EVENTS)).thenReturn(false);

        assertThat(requirements(Optional.empty(), 3).missing())
                .extracting(MissingRequirement::headline)
                .containsExactly("The permission Create Events");
        assertThat(requirements(Optional.empty(), 0).missing()).isEmpty();
    }

    @Test
    void saysWhatAMissingFeatureMeans() {
        when(guild.getFeatures()).thenReturn(Set.of("BANNER", "ANIMATED_ICON"));

        assertThat(requirements(Optional.empty(), 0).missingFeatures())
                .extracting(MissingRequirement::line)
                .containsExactly(
                        "**The feature ANIMATED_BANNER:** Without it banners are not animated. It comes with boosts.");
        assertThat(requirements(Optional.empty(), 0).missing()).isEmpty();
    }

    private GuildRequirements requirements(Optional<Long> modLogId, int scheduledEvents) {
        return new GuildRequirements(
                () -> Optional.of(guild),
                SampleSettings.with(Optional.empty(), modLogId, scheduledEvents).requiredAccess());
    }
}

package dev.brandingbot.cog.modlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.brandingbot.cog.SampleSettings;
import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.lock.GuildLock;
import dev.brandingbot.sync.lock.GuildLockProvider;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.SelfMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** What is told when, with what was told kept in a real Redis. */
@ExtendWith(MockitoExtension.class)
class ModLogIT {
    private static final SyncReport BROKEN =
            SyncReports.inSync(List.of(FindingCode.INVALID_DATE.finding("events/pride/meta.md", "Write July 10.")));

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = new SettableClock(Instant.parse("2027-06-01T12:00:00Z"));
    private final List<ModLogUpdate> told = new ArrayList<>();
    private DiscordResult answer = new DiscordResult.Success();

    @Mock
    private Guild guild;

    @Mock
    private SelfMember self;

    private ModLog modLog;

    @BeforeEach
    void open() {
        lenient().when(guild.getSelfMember()).thenReturn(self);
        lenient().when(self.hasPermission(any(Permission.class))).thenReturn(true);
        lenient().when(guild.getFeatures()).thenReturn(Set.of("BANNER"));
        modLog = copy();
    }

    @Test
    void tellsOnceAndOnceThatItIsWell() {
        look(BROKEN);
        look(BROKEN);
        assertThat(told).hasSize(1);

        look(SyncReports.inSync());
        look(SyncReports.inSync());

        assertThat(told).hasSize(2);
        assertThat(told.get(0).raised()).extracting(Alert::text).containsExactly("Write July 10.");
        assertThat(told.get(1).resolved()).hasSize(1);
    }

    @Test
    void tellsNothingAgainAfterARestartOrByAnotherCopy() {
        look(BROKEN);

        modLog = copy();
        look(BROKEN);

        assertThat(told).hasSize(1);
    }

    @Test
    void triesAgainWhatDiscordDidNotTake() {
        answer = new DiscordResult.Failed("No such channel");
        look(BROKEN);
        answer = new DiscordResult.Success();
        look(BROKEN);
        look(BROKEN);

        assertThat(told).hasSize(2).allMatch(told.get(0)::equals);
    }

    @Test
    void tellsOfALostFeatureOfWhatWasOnceThereOnly() {
        look(SyncReports.inSync());
        when(guild.getFeatures()).thenReturn(Set.of());
        look(SyncReports.inSync());
        modLog = copy();
        look(SyncReports.inSync());
        when(guild.getFeatures()).thenReturn(Set.of("BANNER"));
        look(SyncReports.inSync());

        assertThat(told).hasSize(2);
        assertThat(told.get(0).raised()).extracting(Alert::headline).containsExactly("The feature BANNER");
        assertThat(told.get(1).resolved()).extracting(Alert::headline).containsExactly("The feature BANNER");
    }

    @Test
    void tellsOfALostPermission() {
        when(self.hasPermission(Permission.MANAGE_SERVER)).thenReturn(false);
        look(SyncReports.inSync());

        assertThat(told)
                .singleElement()
                .satisfies(word -> assertThat(word.raised())
                        .extracting(Alert::text)
                        .singleElement()
                        .asString()
                        .contains("Give it to one of the bot's roles"));
    }

    @Test
    void tellsThatRedisFailsWhenItLastsAndThatItIsBack() {
        look(SyncReports.inSync());
        modLog.reportRedisFailure(failure());
        clock.advance(Duration.ofMinutes(29));
        modLog.reportRedisFailure(failure());
        assertThat(told).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        modLog.reportRedisFailure(failure());
        modLog.reportRedisFailure(failure());
        look(SyncReports.inSync());
        look(SyncReports.inSync());

        assertThat(told).hasSize(2);
        assertThat(told.get(0).raised()).extracting(Alert::headline).containsExactly("Redis");
        assertThat(told.get(1).resolved()).extracting(Alert::headline).containsExactly("Redis");
    }

    @Test
    void leavesAFailingRedisToTheCopyThatToldLast() {
        modLog.reportRedisFailure(failure());
        clock.advance(Duration.ofHours(1));
        modLog.reportRedisFailure(failure());

        assertThat(told).isEmpty();
    }

    @Test
    void tellsNothingOnceAnotherCopyHasTakenOver() {
        var turn = new GuildLock(new BrandingStore(redis.jedis(), 123), () -> false, () -> {});
        modLog = new ModLog(
                () -> Optional.of(guild), requirements(), () -> Optional.of(turn), reports(), this::send, clock);

        look(BROKEN);

        assertThat(told).isEmpty();
    }

    @Test
    void waitsForAGuildThatIsNotThere() {
        modLog = new ModLog(Optional::empty, requirements(), turns(), reports(), this::send, clock);

        look(BROKEN);

        assertThat(told).isEmpty();
    }

    private void look(SyncReport report) {
        modLog.report(report, List.of());
    }

    private ModLog copy() {
        return new ModLog(() -> Optional.of(guild), requirements(), turns(), reports(), this::send, clock);
    }

    private GuildRequirements requirements() {
        return new GuildRequirements(
                () -> Optional.of(guild), SampleSettings.plain().requiredAccess());
    }

    private GuildLockProvider turns() {
        return GuildLockProvider.withoutLocking(new BrandingStore(redis.jedis(), 123));
    }

    private DiscordResult send(Guild here, ModLogUpdate word) {
        told.add(word);
        return answer;
    }

    private static AlertMapper reports() {
        return new AlertMapper(path -> Optional.empty());
    }

    private static StateUnavailableException failure() {
        var down = mock(UnifiedJedis.class);
        when(down.hgetAll(anyString())).thenThrow(new JedisConnectionException("Connection refused"));
        return catchThrowableOfType(StateUnavailableException.class, () -> new BrandingStore(down, 123).calendar());
    }
}

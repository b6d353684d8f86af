package dev.brandingbot.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

class BrandingCogBuilderTest {
    @Test
    void namesAllProblemsAtOnce() {
        var builder = BrandingCog.builder(0)
                .changelogChannel(-1)
                .announceRole(-2)
                .modLogChannel(0)
                .moderatorRoles(Set.of(7L, -4L, -3L))
                .announceText(" ")
                .scheduledEvents(-5)
                .rotation(Duration.ofDays(-1))
                .checkEvery(Optional.of(Duration.ZERO));

        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("""
                        The BrandingCog can't be built:
                        source is missing: give a BrandingSource, like a GitHubSource
                        redis is missing: give a UnifiedJedis
                        executor is missing: give a ScheduledExecutorService
                        guildId 0 is no Discord ID: give a positive number
                        changelogChannel -1 is no Discord ID: give a positive number
                        announceRole -2 is no Discord ID: give a positive number
                        modLogChannel 0 is no Discord ID: give a positive number
                        moderatorRoles -4 is no Discord ID: give a positive number
                        moderatorRoles -3 is no Discord ID: give a positive number
                        announceText has 1 characters and is blank: give 1 to 1700, not all blank
                        scheduledEvents is -5: give 0 to 20
                        rotation is PT-24H: give zero to 366 days
                        checkEvery is PT0S: give one minute to one day, or empty for midnights only""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1M", "PT0.001S", "PT59.999999999S", "PT24H0.000000001S", "PT2562047788015215H"})
    void refusesIntervalsOutOfRange(Duration interval) {
        assertProblem(usable().checkEvery(Optional.of(interval)), "checkEvery is " + interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT24H"})
    void acceptsTheShortestAndTheLongestInterval(Duration interval) {
        assertThat(usable().checkEvery(Optional.of(interval)).build()).isNotNull();
    }

    @Test
    void acceptsMidnightsOnly() {
        assertThat(usable().checkEvery(Optional.empty()).build()).isNotNull();
    }

    @Test
    void refusesRotationsOutOfRange() {
        assertProblem(usable().rotation(Duration.ofNanos(-1)), "rotation is PT-0.000000001S");
        assertProblem(usable().rotation(Duration.ofDays(367)), "rotation is PT8808H");
        assertThat(usable().rotation(Duration.ZERO).build()).isNotNull();
        assertThat(usable().rotation(Duration.ofDays(366)).build()).isNotNull();
    }

    @Test
    void refusesMoreScheduledEventsThanDiscordShows() {
        assertProblem(usable().scheduledEvents(21), "scheduledEvents is 21: give 0 to 20");
        assertThat(usable().scheduledEvents(20).build()).isNotNull();
    }

    @Test
    void refusesTextsThatFitNoMessage() {
        assertProblem(usable().announceText(""), "announceText has 0 characters and is blank");
        assertProblem(usable().announceText("x".repeat(1701)), "announceText has 1701 characters: give 1 to 1700");
        assertThat(usable().announceText("x".repeat(1700)).build()).isNotNull();
    }

    @Test
    void refusesNullAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> usable().source(null)).withMessage("source");
        assertThatNullPointerException().isThrownBy(() -> usable().redis(null)).withMessage("redis");
        assertThatNullPointerException()
                .isThrownBy(() -> usable().executor(null))
                .withMessage("executor");
        assertThatNullPointerException().isThrownBy(() -> usable().clock(null)).withMessage("clock");
        assertThatNullPointerException()
                .isThrownBy(() -> usable().rotation(null))
                .withMessage("rotation");
        assertThatNullPointerException()
                .isThrownBy(() -> usable().checkEvery(null))
                .withMessage("checkEvery");
        assertThatNullPointerException()
                .isThrownBy(() -> usable().announceText(null))
                .withMessage("announceText");
    }

    private static void assertProblem(BrandingCogBuilder builder, String problem) {
        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageStartingWith("The BrandingCog can't be built:\n" + problem);
    }

    private static BrandingCogBuilder usable() {
        var source = mock(BrandingSource.class);
        when(source.name()).thenReturn("owner/name@main");
        return BrandingCog.builder(123)
                .source(source)
                .redis(mock(UnifiedJedis.class))
                .executor(new ManualExecutor(SettableClock.at(LocalDate.of(2027, 6, 1))));
    }
}

package dev.brandingbot.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.RedisExtension;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LastCheckIT {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
    }

    @Test
    void isRememberedAsItWas() {
        var look = new LastCheck(
                NOON,
                false,
                List.of("Event of the day: Pride.", "Banner: failed.\nTwice."),
                List.of("Banner: failed."),
                List.of(
                        new LastCheck.RecordedFinding(true, "events/a/meta.md", "Mend it."),
                        new LastCheck.RecordedFinding(false, "events/b", "")),
                2);

        state.writeLastCheck(look);
        state.writeNextCheck(NOON.plusSeconds(60));

        assertThat(state.lastCheck()).contains(look);
        assertThat(state.nextCheck()).contains(NOON.plusSeconds(60));
    }

    @Test
    void takesThePlaceOfTheOneBefore() {
        state.writeLastCheck(new LastCheck(NOON, false, List.of("a", "b"), List.of("c"), List.of(), 0));
        var well = new LastCheck(NOON.plusSeconds(60), true, List.of(), List.of(), List.of(), 0);

        state.writeLastCheck(well);

        assertThat(state.lastCheck()).contains(well);
    }

    @Test
    void isUnknownToAnEmptyRedisAndToAnOlderState() {
        assertThat(state.lastCheck()).isEmpty();
        assertThat(state.nextCheck()).isEmpty();

        redis.jedis().hset("branding:{123}:look", "at", "yesterday");

        assertThat(state.lastCheck()).isEmpty();
    }

    @Test
    void keepsTheFirstOfManyProblemsAndTheirNumber() {
        var problems = IntStream.range(0, 1_000)
                .mapToObj(i -> new LastCheck.RecordedFinding(true, "events/" + i, "Mend it."))
                .toList();

        state.writeLastCheck(new LastCheck(NOON, true, List.of(), List.of(), problems, problems.size()));

        assertThat(state.lastCheck()).hasValueSatisfying(look -> {
            assertThat(look.problems()).hasSize(20).startsWith(problems.get(0));
            assertThat(look.problemCount()).isEqualTo(1_000);
        });
    }

    @Test
    void isNotWrittenByADryRun() {
        state.readOnly().writeLastCheck(new LastCheck(NOON, true, List.of(), List.of(), List.of(), 0));
        state.readOnly().writeNextCheck(NOON);

        assertThat(redis.jedis().keys("*")).isEmpty();
    }
}

package dev.brandingbot.sync.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RotationTest {
    @RepeatedTest(value = 200, name = "seed {currentRepetition}")
    void usesEachOncePerRoundAndNeverTwiceInARow(RepetitionInfo info) {
        var random = new SplittableRandom(info.getCurrentRepetition());
        var shas = shas(random.nextInt(2, 12));
        var rotation = Rotation.of(shas);
        var used = new ArrayList<String>();

        for (var turn = 0; turn < shas.size() * 5; turn++) {
            var next = rotation.order(last(used), random).get(0);
            rotation = rotation.afterUse(next);
            used.add(next);
        }

        for (var round = 0; round < 5; round++) {
            assertThat(used.subList(round * shas.size(), (round + 1) * shas.size()))
                    .containsExactlyInAnyOrderElementsOf(shas);
        }
        for (var turn = 1; turn < used.size(); turn++) {
            assertThat(used.get(turn)).isNotEqualTo(used.get(turn - 1));
        }
    }

    @Test
    void drawsEveryOrder() {
        var random = new SplittableRandom(1);
        var orders = new HashSet<List<String>>();

        for (var draw = 0; draw < 200; draw++) {
            orders.add(Rotation.of(shas(3)).order(Optional.empty(), random));
        }

        assertThat(orders).hasSize(6);
    }

    @Test
    void offersTheOneThatIsOnLast() {
        var rotation = new Rotation(Map.of("a", 0, "b", 7, "c", 7));

        var candidates = rotation.order(Optional.of("a"), new SplittableRandom(1));

        assertThat(candidates).endsWith("a");
    }

    @Test
    void letsThoseThatCouldNotBeUsedGiveUpTheirTurns() {
        var rotation = new Rotation(Map.of("animated", 0, "a", 1, "b", 1));

        var after = rotation.afterUse("a");

        assertThat(after.useCounts()).containsExactlyInAnyOrderEntriesOf(Map.of("animated", 1, "a", 2, "b", 1));
    }

    @Test
    void takesIdenticalFilesForOne() {
        assertThat(Rotation.of(List.of("a", "b", "a")).useCounts()).containsOnlyKeys("a", "b");
    }

    private static Optional<String> last(List<String> used) {
        return used.isEmpty() ? Optional.empty() : Optional.of(used.get(used.size() - 1));
    }

    private static List<String> shas(int count) {
        return IntStream.range(0, count).mapToObj("sha%d"::formatted).toList();
    }
}

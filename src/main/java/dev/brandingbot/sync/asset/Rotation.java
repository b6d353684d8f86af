package dev.brandingbot.sync.asset;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A fair rotation: every asset once per round, in random order, and never the same asset twice in a row, even across rounds.
 *
 * @param useCounts how often each asset was used, by its SHA
 */
record Rotation(Map<String, Integer> useCounts) {
    Rotation {
        useCounts = Map.copyOf(useCounts);
    }

    /** Returns a rotation in which no asset was used yet. */
    static Rotation of(Collection<String> shas) {
        return new Rotation(shas.stream().distinct().collect(toMap(sha -> sha, sha -> 0)));
    }

    /** Returns all assets in the order in which to try them: the least used first, in random order, and the applied one last. */
    List<String> order(Optional<String> active, RandomGenerator random) {
        var lots = useCounts.keySet().stream().sorted().collect(toMap(sha -> sha, sha -> random.nextLong()));
        return lots.keySet().stream()
                .sorted(comparing((String sha) -> active.filter(sha::equals).isPresent())
                        .thenComparing(this::used)
                        .thenComparing(lots::get))
                .toList();
    }

    /**
     * Returns this rotation after {@code sha} was used. Assets that were skipped because they could not be used count as used, so
     * that they don't dominate the rotation later.
     */
    Rotation afterUse(String sha) {
        var round = used(sha);
        var next = new HashMap<>(useCounts);
        next.replaceAll((other, count) -> Math.max(count, round));
        next.put(sha, round + 1);
        return new Rotation(next);
    }

    private int used(String sha) {
        return useCounts.getOrDefault(sha, 0);
    }
}

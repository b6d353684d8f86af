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
 * A fair rotation: every asset once per round, in random order, and never the same one twice in a row, from one round to the
 * next neither.
 *
 * @param useCounts for the SHA of each asset how often it was used
 */
record Rotation(Map<String, Integer> useCounts) {
    Rotation {
        useCounts = Map.copyOf(useCounts);
    }

    /** A rotation in which nothing was used yet. */
    static Rotation of(Collection<String> shas) {
        return new Rotation(shas.stream().distinct().collect(toMap(sha -> sha, sha -> 0)));
    }

    /**
     * Every asset, the one to be used next first: the least used in random order, then those that will do when the first can't
     * be used; the one that is on comes last.
     */
    List<String> order(Optional<String> on, RandomGenerator random) {
        var lots = useCounts.keySet().stream().sorted().collect(toMap(sha -> sha, sha -> random.nextLong()));
        return lots.keySet().stream()
                .sorted(comparing((String sha) -> on.filter(sha::equals).isPresent())
                        .thenComparing(this::used)
                        .thenComparing(lots::get))
                .toList();
    }

    /**
     * This rotation once {@code sha} was used. Those that were passed over, because they could not be used, give up their turns,
     * so that they do not crowd the rotation later.
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

package dev.brandingbot.cog.embed;

import java.util.List;

/**
 * A part of a list that is too long for one message.
 *
 * @param number which part, from 0
 * @param count how many there are, at least one
 * @param items what is on it
 * @param <T> the items' type
 */
public record Page<T>(int number, int count, List<T> items) {
    /** The page {@code number} of {@code all}; the nearest that there is when the list got shorter. */
    public static <T> Page<T> of(List<T> all, int number, int size) {
        var count = Math.max(1, (all.size() + size - 1) / size);
        var nearest = Math.max(0, Math.min(number, count - 1));
        return new Page<>(nearest, count, all.subList(nearest * size, Math.min(all.size(), (nearest + 1) * size)));
    }
}

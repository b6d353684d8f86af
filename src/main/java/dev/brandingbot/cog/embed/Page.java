package dev.brandingbot.cog.embed;

import java.util.List;

/**
 * A page of a list that is too long for one message.
 *
 * @param number the number of the page, from 0
 * @param count the number of pages, at least 1
 * @param items the items on the page
 * @param <T> the items' type
 */
public record Page<T>(int number, int count, List<T> items) {
    /** Returns the page {@code number} of {@code all}, or the nearest one if the list became shorter. */
    public static <T> Page<T> of(List<T> all, int number, int size) {
        var count = Math.max(1, (all.size() + size - 1) / size);
        var nearest = Math.max(0, Math.min(number, count - 1));
        return new Page<>(nearest, count, all.subList(nearest * size, Math.min(all.size(), (nearest + 1) * size)));
    }
}

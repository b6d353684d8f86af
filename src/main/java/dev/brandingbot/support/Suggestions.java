package dev.brandingbot.support;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. */
public final class Suggestions {
    /** One letter in three may be wrong. */
    private static final int LETTERS_PER_EDIT = 3;

    private Suggestions() {}

    /** The one of {@code known} that {@code written} is most like, if it is like one at all; case does not count. */
    public static Optional<String> closest(String written, Collection<String> known) {
        var slips = new LevenshteinDistance(Math.max(1, written.length() / LETTERS_PER_EDIT));
        return known.stream()
                .filter(word -> edits(slips, written, word) >= 0)
                .min(comparingInt(word -> edits(slips, written, word)));
    }

    private static int edits(LevenshteinDistance slips, String written, String word) {
        return slips.apply(UserText.searchKey(written), UserText.searchKey(word));
    }
}

package dev.brandingbot.cog.modlog;

import java.util.Map;

/** The codes that findings had before version 0.9, so that stored alerts are recognized after an upgrade. */
final class FormerFindingCodes {
    private static final Map<String, String> CURRENT = Map.ofEntries(
            Map.entry("bad-frontmatter", "invalid-frontmatter"),
            Map.entry("no-dates", "missing-dates"),
            Map.entry("bad-fallback", "invalid-fallback"),
            Map.entry("bad-date", "invalid-date"),
            Map.entry("no-description", "missing-description"),
            Map.entry("bad-name", "invalid-name"),
            Map.entry("bad-priority", "invalid-priority"),
            Map.entry("bad-credits", "invalid-credits"),
            Map.entry("unknown-markdown", "unsupported-markdown"),
            Map.entry("too-large", "file-too-large"),
            Map.entry("cut-off", "truncated-image"),
            Map.entry("too-small", "resolution-too-low"),
            Map.entry("oversized", "resolution-too-high"),
            Map.entry("wrong-shape", "wrong-aspect-ratio"),
            Map.entry("no-still", "no-still-variant"),
            Map.entry("several-fallbacks", "multiple-fallbacks"),
            Map.entry("no-date-ahead", "dates-run-out"),
            Map.entry("animated", "animation-not-supported"),
            Map.entry("refused", "rejected-by-discord"),
            Map.entry("nothing-on", "no-active-event"),
            Map.entry("broken-while-on", "active-event-invalid"),
            Map.entry("void-pin", "pinned-event-unavailable"));

    private FormerFindingCodes() {}

    /** Returns the code that a finding has now: {@code code} itself if it was not renamed. */
    static String current(String code) {
        return CURRENT.getOrDefault(code, code);
    }
}

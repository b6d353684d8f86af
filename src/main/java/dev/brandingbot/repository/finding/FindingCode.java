package dev.brandingbot.repository.finding;

import java.util.Locale;

/** The kinds of findings, with their stable codes and general meaning. */
public enum FindingCode {
    NO_EVENT(true, "a folder in `events/` has no event files, or is a link or submodule"),
    MISSING_META(true, "an event has no `meta.md`"),
    UNREADABLE_META(true, "`meta.md` is not a regular file, is too large, or is not UTF-8"),
    NO_FRONTMATTER(true, "`meta.md` does not start with settings between two lines of `---`"),
    INVALID_FRONTMATTER(true, "the settings in `meta.md` are not valid YAML, or not names with plain values"),
    MISSING_DATES(
            true, "`start_date`, or both `end_date` and `duration`, are missing, and the event is not a fallback"),
    INVALID_FALLBACK(true, "`fallback` is neither `true` nor `false`"),
    INVALID_DATE(true, "a date is not a day, rule or holiday, or does not exist"),
    MISSING_DESCRIPTION(true, "there is no text below the settings in `meta.md`"),
    NO_BANNER(true, "`banners/` has no image"),
    NO_ICON(true, "`server_icons/` has no image"),
    FALLBACK_WITH_DATES(false, "an event is the fallback, so its dates are ignored"),
    LONG_DESCRIPTION(false, "the description is longer than Discord shows"),
    INVALID_NAME(false, "`name` is empty, too long or not plain text, so the folder's name is shown"),
    INVALID_PRIORITY(false, "`priority` is not a whole number, so the default is used"),
    INVALID_CREDITS(false, "`credits` has no names"),
    UNKNOWN_SETTING(false, "`meta.md` has an unknown setting, which is ignored"),
    BROKEN_LINK(false, "a link in the description does not work"),
    UNSUPPORTED_MARKDOWN(false, "the description has Markdown that Discord does not render"),
    MISNAMED_FOLDER(false, "a folder's name is similar to `banners/` or `server_icons/`"),
    NOT_A_FILE(false, "an asset is a link or submodule"),
    EMPTY_FILE(false, "an asset is empty"),
    FILE_TOO_LARGE(false, "an asset is larger than Discord accepts"),
    NOT_AN_IMAGE(false, "a file among the assets is not a PNG, JPEG or GIF"),
    WRONG_EXTENSION(false, "an asset's type does not match its file extension"),
    LFS_POINTER(false, "an asset is a Git LFS pointer instead of the image"),
    TRUNCATED_IMAGE(false, "an asset is damaged or incomplete, so it cannot be decoded"),
    NO_END_MARKER(false, "an image lacks only its end marker, which the bot adds on upload"),
    TOO_MANY_PIXELS(false, "an asset has too many pixels to decode safely"),
    RESOLUTION_TOO_LOW(false, "an asset has fewer pixels than Discord shows"),
    RESOLUTION_TOO_HIGH(false, "an asset has more pixels than Discord shows"),
    WRONG_ASPECT_RATIO(false, "an icon is not square, or a banner is not 16:9"),
    DUPLICATE(false, "two banners or two icons of an event are identical"),
    NO_STILL_VARIANT(false, "an asset is animated and has no still image of the same name"),
    NO_USABLE_BANNER(true, "none of an event's banners can be applied"),
    NO_USABLE_ICON(true, "none of an event's icons can be applied"),
    NO_FALLBACK(false, "no event is a fallback"),
    MULTIPLE_FALLBACKS(false, "more than one event is a fallback"),
    ANIMATION_NOT_SUPPORTED(
            false, "an asset is animated, has no still variant, and the server does not support animation"),
    REJECTED_BY_DISCORD(false, "Discord rejected an asset"),
    NO_ACTIVE_EVENT(false, "no event is active and there is no fallback, so the last branding is kept"),
    ACTIVE_EVENT_INVALID(false, "the active event now has errors; it is kept until its last known day"),
    PINNED_EVENT_UNAVAILABLE(false, "the pinned event cannot be used, so the calendar decides"),
    OVERLAP(false, "only the path decides between two overlapping events"),
    DATES_RUN_OUT(false, "an event's `dates` have no line for this year or the next");

    private final boolean isError;
    private final String meaning;

    FindingCode(boolean isError, String meaning) {
        this.isError = isError;
        this.meaning = meaning;
    }

    /** Returns the code in kebab case, e.g. {@code missing-meta}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether findings of this kind leave their event out. */
    public boolean isError() {
        return isError;
    }

    /** Returns the general meaning. */
    public String meaning() {
        return meaning;
    }

    /**
     * A Returns a finding of this kind.
     *
     * @param path the file or folder
     * @param message what is wrong with which value, and how to fix it
     */
    public Finding finding(String path, String message) {
        return isError ? Finding.error(code(), path, message) : Finding.warning(code(), path, message);
    }
}

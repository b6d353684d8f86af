package dev.brandingbot.repository.finding;

import java.util.Locale;

/** Everything that can be wrong in a branding repository, with the code that findings carry. */
public enum FindingCode {
    NO_EVENT(true, "a folder in events/ holds nothing of an event, or is a link or a submodule"),
    MISSING_META(true, "an event has no meta.md"),
    UNREADABLE_META(true, "meta.md is not a plain file, is too large, or is not UTF-8"),
    NO_FRONTMATTER(true, "meta.md does not start with settings between two lines of ---"),
    INVALID_FRONTMATTER(true, "the settings in meta.md are not YAML, or not names with plain values"),
    MISSING_DATES(true, "start_date, or both end_date and duration, are missing, and the event is not a fallback"),
    INVALID_FALLBACK(true, "fallback is neither true nor false"),
    INVALID_DATE(true, "a date is not a day, a rule or a holiday, or does not exist"),
    MISSING_DESCRIPTION(true, "there is nothing below the settings in meta.md"),
    NO_BANNER(true, "banners/ holds no image"),
    NO_ICON(true, "server_icons/ holds no image"),
    FALLBACK_WITH_DATES(false, "an event is the fallback, so its dates are ignored"),
    LONG_DESCRIPTION(false, "the description is longer than Discord shows"),
    INVALID_NAME(false, "name is empty, too long or not plain text, so the folder's name is shown"),
    INVALID_PRIORITY(false, "priority is not a whole number, so the default is used"),
    INVALID_CREDITS(false, "credits name nobody"),
    UNKNOWN_SETTING(false, "meta.md has an unknown setting, which is ignored"),
    BROKEN_LINK(false, "a link in the description leads nowhere"),
    UNSUPPORTED_MARKDOWN(false, "the description has Markdown that Discord prints as it is written"),
    MISNAMED_FOLDER(false, "a folder is named almost like banners/ or server_icons/"),
    NOT_A_FILE(false, "an asset is a link or a submodule"),
    EMPTY_FILE(false, "an asset has no content"),
    FILE_TOO_LARGE(false, "an asset is larger than Discord takes"),
    NOT_AN_IMAGE(false, "a file among the assets is no PNG, JPEG or GIF"),
    WRONG_EXTENSION(false, "an asset is of another type than its name says"),
    LFS_POINTER(false, "an asset is a Git LFS pointer instead of the image"),
    TRUNCATED_IMAGE(false, "an asset is damaged or ends too early, so that no decoder accepts it"),
    NO_END_MARKER(false, "an image lacks only its end marker, which the bot adds when it uploads"),
    TOO_MANY_PIXELS(false, "an asset has so many pixels that decoding it is a danger"),
    RESOLUTION_TOO_LOW(false, "an asset has fewer pixels than Discord shows"),
    RESOLUTION_TOO_HIGH(false, "an asset has far more pixels than Discord shows"),
    WRONG_ASPECT_RATIO(false, "an icon is not square, or a banner not 16:9"),
    DUPLICATE(false, "two banners, or two icons, of an event are the same image"),
    NO_STILL_VARIANT(false, "an asset is animated, and no still image of the same name is beside it"),
    NO_USABLE_BANNER(true, "none of an event's banners can be applied"),
    NO_USABLE_ICON(true, "none of an event's icons can be applied"),
    NO_FALLBACK(false, "no event is a fallback"),
    MULTIPLE_FALLBACKS(false, "more than one event is a fallback"),
    ANIMATION_NOT_SUPPORTED(
            false, "an asset is animated, has no still variant, and the server can't show animated ones"),
    REJECTED_BY_DISCORD(false, "Discord rejected an asset"),
    NO_ACTIVE_EVENT(false, "no event is active and there is no fallback: the last branding stays"),
    ACTIVE_EVENT_INVALID(false, "the active event now has errors: it stays until its last known day"),
    PINNED_EVENT_UNAVAILABLE(false, "the event that moderators pinned can't be shown, so the calendar decides"),
    OVERLAP(false, "two overlapping events are told apart only by their paths"),
    DATES_RUN_OUT(false, "an event's dates end this year or the next");

    private final boolean isError;
    private final String meaning;

    FindingCode(boolean isError, String meaning) {
        this.isError = isError;
        this.meaning = meaning;
    }

    /** The code in kebab case, like {@code missing-meta}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the event is left out because of it. */
    public boolean isError() {
        return isError;
    }

    /** What is wrong, in general. */
    public String meaning() {
        return meaning;
    }

    /**
     * A finding of this kind.
     *
     * @param path the file or folder that is meant
     * @param message what is wrong with which value, and how to mend it
     */
    public Finding finding(String path, String message) {
        return isError ? Finding.error(code(), path, message) : Finding.warning(code(), path, message);
    }
}

package dev.brandingbot.support;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text as people mean it who paste it from elsewhere. Word processors, websites and chats put no-break spaces, typographic
 * hyphens, full-width digits and invisible characters where somebody who types puts those of ASCII.
 */
public final class UserText {
    /** Every space, and the letters that look like one: Braille pattern blank and the Hangul fillers. */
    private static final String SPACE = "\\s\\x{85}\\p{Z}\\x{115f}\\x{1160}\\x{2800}\\x{3164}\\x{ffa0}";

    /** Breaks no line, has no width, and is no part of an emoji or of a word: marks of direction and the like. */
    private static final String MARK =
            "\\x{ad}\\x{34f}\\x{61c}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}\\x{200b}\\x{200e}\\x{200f}"
                    + "\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}\\x{feff}\\x{fff9}-\\x{fffb}\\x{1d173}-\\x{1d17a}\\x{e0001}"
                    + "[\\p{Cc}&&[^\\s\\x{85}]]";

    /** Joins letters and emoji, or chooses how they are drawn. */
    private static final String JOINER =
            "\\x{200c}\\x{200d}\\x{fe00}-\\x{fe0f}\\x{e0020}-\\x{e007f}\\x{e0100}-\\x{e01ef}";

    private static final Pattern SPACES = Pattern.compile("[" + SPACE + "]+");
    private static final Pattern LINE_BREAKS =
            Pattern.compile("[ \\t]*[\\n\\r\\f\\x0b\\x{85}\\x{2028}\\x{2029}\\t]+[ \\t]*| {2,}");
    private static final Pattern MARKS = Pattern.compile("[" + MARK + "]");
    private static final Pattern INVISIBLE = Pattern.compile("[" + MARK + JOINER + "]");

    private static final Set<Integer> OTHER_HYPHENS = Set.of(0x2212, 0x2043, 0x2d7, 0x2796);

    /** What names of holidays and months are written with, and ASCII. */
    private static final Pattern TYPED = Pattern.compile("[\\p{L}\\p{M}\\x{2019}\\x{2bb}\\x{2be}\\x{2bf} -~]");

    private static final int FULL_WIDTH_FIRST = 0xff01;
    private static final int FULL_WIDTH_LAST = 0xff5d;
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';
    private static final int ASCII = 0x80;
    private static final int DELETE = 0x7f;
    private static final int MAX_NAMED = 3;

    private UserText() {}

    /**
     * The text as it is typed in ASCII: single spaces, none around it, {@code -} for every hyphen and dash, the digits {@code 0} to
     * {@code 9} for those of all scripts, and nothing invisible. Superscript and circled digits stay as they are, because they are
     * rather the marks of a footnote.
     */
    public static String normalize(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < DELETE)) {
            return SPACES.matcher(text).replaceAll(" ").strip();
        }
        var visible = INVISIBLE.matcher(text).replaceAll("");
        var ascii = visible.codePoints()
                .map(UserText::ascii)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return SPACES.matcher(ascii).replaceAll(" ").strip();
    }

    /**
     * The text in one line, with nothing in it that moves a cursor or turns the direction of what follows. What joins letters and
     * emoji stays.
     */
    public static String toSingleLine(String text) {
        var line = LINE_BREAKS.matcher(stripped(text)).replaceAll(" ");
        return stripped(MARKS.matcher(line).replaceAll(""));
    }

    /** Not with a pattern, which would look for the end of the text behind each of many spaces. */
    private static String stripped(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a character is space of any kind. */
    public static boolean isSpace(int character) {
        return character < ASCII
                ? Character.isWhitespace(character)
                : SPACES.matcher(Character.toString(character)).matches();
    }

    /** Whether there is nothing to be seen of the text. */
    public static boolean isBlank(String text) {
        return normalize(text).isEmpty();
    }

    /**
     * The characters that nobody types on purpose in a text that is to be ASCII, by their names in Unicode: {@code U+00A0 NO-BREAK SPACE}.
     * Empty if there are none.
     */
    public static Optional<String> unusualCharacters(String text) {
        var isLatin = text.codePoints().anyMatch(c -> c < ASCII && Character.isLetter(c));
        var names = text.codePoints()
                .filter(c -> isUnusual(c) || (isLatin && isOfOtherScript(c)))
                .distinct()
                .limit(MAX_NAMED)
                .mapToObj(UserText::name)
                .collect(joining(", "));
        return Optional.of(names).filter(it -> !it.isEmpty());
    }

    /** The name of a character in Unicode, after its code: {@code U+00A0 NO-BREAK SPACE}. */
    public static String name(int character) {
        var name = Optional.ofNullable(Character.getName(character)).orElse("");
        return "U+%04X %s".formatted(character, name).strip();
    }

    /** A name with its accents as people type them: macOS stores them apart from their letters. */
    public static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Whether two names or paths are the same to whoever reads them, however their accents are stored. */
    public static boolean isSameName(String one, String other) {
        return one.equals(other) || composed(one).equals(composed(other));
    }

    /** What names have in common that people take for the same: typed in any case, or pasted. */
    public static String searchKey(String name) {
        return composed(normalize(name)).toLowerCase(Locale.ROOT);
    }

    private static int ascii(int character) {
        if (character < ASCII) {
            return character;
        }
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
            return character - FULL_WIDTH_SHIFT;
        }
        var isHyphen = Character.getType(character) == Character.DASH_PUNCTUATION || OTHER_HYPHENS.contains(character);
        return isHyphen ? '-' : character;
    }

    private static boolean isUnusual(int character) {
        var text = Character.toString(character);
        return !TYPED.matcher(text).matches()
                || (character != ' ' && !normalize(text).equals(text));
    }

    private static boolean isOfOtherScript(int character) {
        return Character.isLetter(character)
                && Character.UnicodeScript.of(character) != Character.UnicodeScript.LATIN
                && Character.UnicodeScript.of(character) != Character.UnicodeScript.COMMON;
    }
}

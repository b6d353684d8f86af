package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u1680",
                "\u2000",
                "\u2003",
                "\u2007",
                "\u2009",
                "\u200a",
                "\u202f",
                "\u205f",
                "\u3000",
                "\u2028",
                "\u2029",
                "\u0085",
                "\t",
                "\r\n",
                "  ",
                " \u00a0 ",
                "\u2800",
                "\u3164",
                "\uffa0",
                "\u115f",
            })
    void normalizesSpaces(String space) {
        assertThat(UserText.normalize(space + "June" + space + "1" + space)).isEqualTo("June 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe58", "\ufe63", "\uff0d",
                "\u301c",
            })
    void normalizesHyphens(String hyphen) {
        assertThat(UserText.normalize("Easter " + hyphen + " 2 days")).isEqualTo("Easter - 2 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"１０", "١٠", "۱۰", "१०", "໑໐", "𝟏𝟎", "1０"})
    void normalizesDigits(String ten) {
        assertThat(UserText.normalize("July " + ten)).isEqualTo("July 10");
    }

    @Test
    void normalizesFullWidthCharacters() {
        assertThat(UserText.normalize("Ｅａｓｔｅｒ　＋　２　ｄａｙｓ")).isEqualTo("Easter + 2 days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069",
                "\ufeff", "\u00ad", "\u061c", "\u180e", "\ufe0f", "\u0000", "\u0007", "\u034f",
            })
    void removesInvisibleCharacters(String invisible) {
        assertThat(UserText.normalize(invisible + "Ju" + invisible + "ne 1" + invisible))
                .isEqualTo("June 1");
        assertThat(UserText.isBlank(" " + invisible + "\u00a0" + invisible)).isTrue();
    }

    @Test
    void doesNotTreatFootnoteMarkAsDigit() {
        assertThat(UserText.normalize("June 1²")).isEqualTo("June 1²");
        assertThat(UserText.normalize("June 1①")).isEqualTo("June 1①");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00a0.", "🎃", "\u0301", "é"})
    void keepsVisibleCharacters(String text) {
        assertThat(UserText.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'Summer\nParty\n',Summer Party",
                "'Summer \r\n  Party',Summer Party",
                "'Summer\u2028Party\u2029',Summer Party",
                "'Summer\u0085\tParty',Summer Party",
                "'\u202eParty\u202c',Party",
                "'\u2067Party\u2069\u200f',Party",
                "'Pa\u0007rty\u001b[2J',Party[2J",
                "'\u00a0Party\u3000',Party",
                "'Eid\u00a0al-Fitr',Eid\u00a0al-Fitr",
                "'👩‍👩‍👧 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿',👩‍👩‍👧 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "'می‌خواهم',می‌خواهم",
            })
    void convertsNameToSingleLine(String name, String line) {
        assertThat(UserText.toSingleLine(name)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'June\u00a01',U+00A0 NO-BREAK SPACE",
                "'June\u200b1',U+200B ZERO WIDTH SPACE",
                "'Easter \u2013 2',U+2013 EN DASH",
                "'\u041cay 1',U+041C CYRILLIC CAPITAL LETTER EM",
                "'\u00a0\u00a0June\u202f1','U+00A0 NO-BREAK SPACE, U+202F NARROW NO-BREAK SPACE'",
                "'June\u0007 1',U+0007 BEL",
            })
    void reportsUnusualCharacters(String text, String names) {
        assertThat(UserText.unusualCharacters(text)).contains(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "June 1", "Nowrūz", "Tết", "1 Shawwal", "июнь 1", "Rosh ha-Shana\u2019h"})
    void reportsNoUsualCharacters(String text) {
        assertThat(UserText.unusualCharacters(text)).isEmpty();
    }

    @Test
    void normalizationIsIdempotent() {
        IntStream.range(0, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .forEach(c -> {
                    var once = UserText.normalize("a" + Character.toString(c) + "b");

                    assertThat(UserText.normalize(once)).isEqualTo(once);
                });
    }

    @Test
    void composesAccentedCharacters() {
        assertThat(UserText.composed("e\u0301te\u0301")).isEqualTo("été");
    }
}

package dev.brandingbot.repository.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.finding.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaDatesParserTest {
    private static final String PATH = "events/pride/meta.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start_date: July 10 / end_date: July 16                          | July 10 to July 16",
                "start_date: July 10 / duration: 7 days                           | July 10 to July 16",
                "start_date: July 10 / end_date: start_date + 6 days              | July 10 to July 16",
                "start_date: July 10 / end_date: start_date                       | July 10 to July 10",
                "start_date: July 10 2027 / end_date: July 16 2027                | July 10 2027 to July 16 2027",
                "start_date: July 10 2027 / end_date: July 16                     | July 10 2027 to July 16",
                "start_date: Easter - 2 days / end_date: Easter + 1 day           | Easter - 2 days to Easter + 1 day",
                "start_date: easter / end_date: Start_Date +  4  DAYS             | Easter for 5 days",
                "start_date: first Saturday of May / duration: 1 day              | first Saturday of May for 1 day",
                "start_date: 1 Shawwal / duration: 2 weeks                        | 1 Shawwal for 14 days",
                "start_date: 12 Rabi' al-Awwal / duration: 1 day                  | 12 Rabi al-Awwal for 1 day",
                "dates: /  2027: October 29 - October 31                          | 2027: October 29 to October 31",
                "start_date: Easter \u2012 2\u00a0days / end_date: start_date\u2003+\u200940\u202fdays | Easter - 2"
                        + " days for 41 days",
                "start_date: ١\u00a0Shawwal / duration: １４\u00a0days                | 1 Shawwal for 14 days",
                "dates: /\u00a0\u00a0２０２７\u00a0: October\u00a029\u2014October\u00a031 | 2027: October 29 to October 31",
                "dates: {2027: October 29, 2026: May 1}" + " | 2026: May 1 to May 1; 2027: October 29 to October 29",
                "start_date: Diwali / duration: 5 days / dates: /  2036: October 18 - 22"
                        + " | 2036: October 18 to October 22; otherwise Diwali for 5 days",
                "start_date: June 1 / end_date: June 30 / dates: /  '2027': June 2 - July 1"
                        + " | 2027: June 2 to July 1; otherwise June 1 to June 30",
            })
    void parsesEveryFormOfDates(String settings, String dates) {
        var file = read(settings);

        assertThat(file.findings()).isEmpty();
        assertThat(file.meta().dates()).map(EventDates::asText).contains(dates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "start_date: Easter | missing-dates| `end_date` is missing. Add e.g. `end_date: July 10`, `duration: 1"
                        + " day`, or `fallback: true`.",
                "duration: 5 days | missing-dates"
                        + "| `start_date` is missing. Add e.g. `start_date: July 10`, or `fallback: true`.",
                "end_date: Easter / dates: /  2027: May 1 | missing-dates"
                        + "| `start_date` is missing. Add e.g. `start_date: July 10`, or `fallback: true`.",
                "start_date: Easter / end_date: Easter / duration: 1 day | invalid-date"
                        + "| Line 4: Both `end_date` and `duration` set the end. Remove one of them.",
                "start_date: Eastr / duration: 1 day | invalid-date"
                        + "| Line 2: Invalid start_date \"Eastr\". Did you mean `Easter`?",
                "start_date: Easter / end_date: Easter + 3 | invalid-date"
                        + "| Line 3: Invalid end_date \"Easter + 3\". Did you mean `Easter + 3 days`?",
                "start_date: frist Saturday of May / duration: 1 day | invalid-date| Line 2: Invalid start_date"
                        + " \"frist Saturday of May\". Did you mean `first Saturday of May`?",
                "start_date: 1 Shawall / duration: 1 day | invalid-date"
                        + "| Line 2: Invalid start_date \"1 Shawall\". Did you mean `1 Shawwal`?",
                "start_date: February 29 2027 / duration: 1 day | invalid-date"
                        + "| Line 2: Invalid start_date \"February 29 2027\". There is no February 29 in 2027.",
                "start_date: Easter / end_date: start_date + 4 | invalid-date"
                        + "| Line 3: Invalid end_date \"start_date + 4\". Write `start_date + 4 days`.",
                "start_date: Easter / duration: 5 | invalid-date| Line 3: Invalid duration \"5\". Write 1 to 366 days,"
                        + " the first one included, e.g. `5 days`.",
                "start_date: Easter / duration: 367 days | invalid-date| Line 3: Invalid duration \"367 days\". Write"
                        + " 1 to 366 days, the first one included, e.g. `5 days`.",
                "start_date: July 10 / end_date: July 16 2027 | invalid-date| Line 3: `end_date` has a year, but"
                        + " `start_date` has none. Write the year in both or in neither.",
                "start_date: July 16 2027 / end_date: July 10 2027 | invalid-date"
                        + "| Line 3: `end_date` \"July 10 2027\" is not within 366 days after the start (July 16 2027)."
                        + " Write a day in that time, or e.g. `duration: 5 days` instead.",
                "start_date: Easter / end_date: Easter - 2 days | invalid-date| Line 3: `end_date` \"Easter - 2 days\""
                        + " is not within 366 days after the start (March 28 2027). Write a day in that time, or e.g."
                        + " `duration: 5 days` instead.",
                "dates: | invalid-date| Line 2: `dates` has no lines. Below it, add an indented line for each year,"
                        + " e.g. `2027: October 29 - October 31`, with a space after the colon.",
                "dates: 2027 | invalid-date| Line 2: `dates` has no lines. Below it, add an indented line for each"
                        + " year, e.g. `2027: October 29 - October 31`, with a space after the colon.",
                "dates: /  2027: May 1 /  27: May 1 | invalid-date| Line 4: Invalid year \"27\" in `dates`. Write a"
                        + " year from 1970 to 2200, e.g. `2027: October 29 - October 31`.",
                "dates: /  2027: Oct 29 - Oct 31 | invalid-date| Line 3: Invalid dates \"Oct 29 - Oct 31\" for 2027."
                        + " Write e.g. `October 29 - October 31`; the days must exist in that year.",
                "dates: /  2027: /    May: 1 | invalid-date| Line 3: Invalid dates \"\" for 2027. Write e.g. `October"
                        + " 29 - October 31`; the days must exist in that year.",
                "dates: /  2027: May 1 /  2027: May 2 | invalid-frontmatter | Line 4: 2027 is set twice. Remove one of"
                        + " them.",
                "fallback: true / duration: 1 day / dates: /  2027: May 1 | fallback-with-dates| Line 2: Ignored:"
                        + " duration and dates, because a fallback has no dates. Remove them, or remove `fallback: true`.",
            })
    void reportsProblemAndFix(String settings, String code, String message) {
        var file = read(settings);

        assertThat(file.meta().dates()).isEmpty();
        assertThat(file.findings())
                .extracting(Finding::code, Finding::path, Finding::text)
                .containsExactly(tuple(code, PATH, message));
    }

    @Test
    void reportsAllProblemsAtOnce() {
        var file = read("start_date: soon / end_date: later / dates: /  27: May 1 /  2028: May");

        assertThat(file.findings())
                .extracting(finding -> finding.text().substring(0, 7))
                .containsExactly("Line 2:", "Line 3:", "Line 5:", "Line 6:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a {2027: May 1} / dates: *a",
                "a: &a {2027: May 1} / dates: {<<: *a}",
                "dates: [2027, May 1]",
                "dates: {2027: [May 1]}",
                "dates: {2027: 2027-05-01}",
            })
    void doesNotExpandAliasesBelowDates(String settings) {
        assertThat(read(settings).findings()).extracting(Finding::code).contains("invalid-date");
    }

    @Test
    void acceptsLineForEachYear() {
        var settings = new StringBuilder("dates:");
        for (var year = 1970; year <= 2200; year++) {
            settings.append("/  ").append(year).append(": May 1 - May 3");
        }

        var dates = read(settings.toString()).meta().dates().orElseThrow();

        assertThat(dates.yearsMissing(1970, 2200)).isEmpty();
        assertThat(EventDates.parse(dates.asText())).isEqualTo(Optional.of(dates));
    }

    private static MetaFile read(String settings) {
        var lines = settings.replaceAll(" */", "\n").replaceAll("(?m)^ (?! )", "");
        return MetaFile.read(PATH, ("---\n" + lines + "\n---\nWords").getBytes(UTF_8));
    }
}

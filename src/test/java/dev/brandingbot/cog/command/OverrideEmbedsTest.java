package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.sync.OverrideResult;
import dev.brandingbot.sync.SyncReport;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverrideEmbedsTest {
    private static final LocalDate DAY = LocalDate.of(2027, 6, 10);
    private static final EventSummary PRIDE = entry("events/pride", Optional.of("*Pride* `2027`"));
    private static final EventSummary EASTER = entry("events/easter", Optional.empty());
    private static final Skip JUNE =
            new Skip(PRIDE.path(), new DateRange(DAY.withDayOfMonth(1), DAY.withDayOfMonth(30)));
    private static final SyncReport FAILED = new SyncReport.NotDecided("GitHub answered 503.", Optional.empty());

    private final OverrideEmbeds replies = new OverrideEmbeds(new EventNames(List.of(PRIDE, EASTER)));

    @Test
    void sayHowLongAPinHoldsAndHowToEndIt() {
        var embed = replies.pinned(adjusted(CalendarOverrides.EMPTY, pin(PRIDE, DAY)), PRIDE, Optional.of(DAY), true);

        assertThat(embed.getTitle()).isEqualTo("Pinned");
        assertThat(embed.getDescription())
                .contains(
                        "\\*Pride\\* \\`2027\\`",
                        "through June 10, 2027 UTC (ends <t:1812672000:R>)",
                        "`/branding event unpin`",
                        "Banner: applied flag.png")
                .doesNotContain("daemon");
    }

    @Test
    void sayThatAPinOfAnEventWithErrorsIsIgnored() {
        var finding = FindingCode.NO_USABLE_ICON.finding(EASTER.path() + "/server_icons", "None can be used.");
        var adjusted =
                new OverrideResult(CalendarOverrides.EMPTY, pin(EASTER, DAY), SyncReports.inSync(List.of(finding)));

        var embed = replies.pinned(adjusted, EASTER, Optional.of(DAY), true);

        assertThat(embed.getTitle()).isEqualTo("Pinned, but not active");
        assertThat(embed.getDescription())
                .contains("**Easter** is pinned, but has errors", "`/branding event unpin`", "Active event: Pride");
        assertThat(EmbedLimits.field(embed, "Problems in the repository")).contains("None can be used.");
        EmbedLimits.assertHeldBy(embed);
    }

    @Test
    void sayThatNothingEndsAPinWhileTheDaemonIsOff() {
        assertThat(replies.pinned(adjusted(CalendarOverrides.EMPTY, pin(PRIDE, DAY)), PRIDE, Optional.of(DAY), false)
                        .getDescription())
                .contains("The daemon is disabled", "/branding daemon enable");
    }

    @Test
    void sayWhatAPinReplaces() {
        var of = adjusted(pin(EASTER, DAY), pin(PRIDE, DAY));
        var longer = adjusted(pin(PRIDE, DAY.minusDays(1)), pin(PRIDE, DAY));
        var same = adjusted(pin(PRIDE, DAY), pin(PRIDE, DAY));

        assertThat(pinned(of)).contains("It replaces **Easter**, which was pinned through June 10, 2027");
        assertThat(pinned(longer)).contains("It was already pinned through June 9, 2027.");
        assertThat(pinned(same)).contains("It was already pinned that way.");
    }

    @Test
    void sayThatASkipWaitsBehindAPin() {
        var before = CalendarOverrides.EMPTY.withSkip(JUNE);

        assertThat(pinned(adjusted(before, before.withPin(new Pin(PRIDE.path(), DAY, Optional.of(DAY))))))
                .contains("It is also skipped from June 1 to June 30, 2027. The skip applies again after the pin ends;"
                        + " `/branding event unskip` removes it.");
    }

    @Test
    void sayThatNothingWasChangedWhenItWasNot() {
        var unchanged = new OverrideResult(CalendarOverrides.EMPTY, CalendarOverrides.EMPTY, FAILED);

        for (var embed : List.of(
                replies.pinned(unchanged, PRIDE, Optional.of(DAY), true),
                replies.unpinned(unchanged),
                replies.skipped(unchanged, PRIDE, Optional.empty()),
                replies.unskipped(unchanged, PRIDE),
                replies.rotated(FAILED, AssetKind.ICON))) {
            assertThat(embed.getTitle()).isEqualTo("Nothing was changed");
            assertThat(embed.getDescription()).isEqualTo("GitHub answered 503.");
        }
    }

    @Test
    void sayWhenASkippedEventComesAgain() {
        var embed = replies.skipped(
                adjusted(pin(PRIDE, DAY), CalendarOverrides.EMPTY.withSkip(JUNE)),
                PRIDE,
                Optional.of(DAY.plusYears(1)));

        assertThat(embed.getDescription())
                .contains(
                        "is skipped from June 1 to June 30, 2027",
                        "Its next date is June 10, 2028 (",
                        "Its pin was removed.",
                        "`/branding event unskip`");
    }

    @Test
    void sayWhichAssetWasPutOnOrThatThereIsOneOnly() {
        assertThat(replies.rotated(SyncReports.inSync(), AssetKind.BANNER).getTitle())
                .isEqualTo("The banner was changed");
        assertThat(replies.rotated(SyncReports.inSync(), AssetKind.ICON).getTitle())
                .isEqualTo("The icon was not changed");
        assertThat(replies.rotated(SyncReports.inSync(), AssetKind.ICON).getDescription())
                .contains("has only this icon");
        assertThat(replies.rotated(SyncReports.notInSync(), AssetKind.BANNER).getDescription())
                .contains("Discord did not answer in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "*_", "\n"})
    void stayWithinTheLimitsWhateverEventsAreCalled(String word) {
        var event = entry("events/" + word.repeat(3_000), Optional.of(word.repeat(3_000)));
        var hostile = new OverrideEmbeds(new EventNames(List.of(event)));
        var findings = Collections.nCopies(50, Finding.error("x", "events/" + word.repeat(900), word.repeat(900)));
        var skip = new Skip(event.path(), JUNE.days());
        var after = CalendarOverrides.EMPTY.withSkip(skip).withPin(new Pin(event.path(), DAY, Optional.of(DAY)));
        var reports = List.of(
                SyncReports.inSync(findings),
                SyncReports.failed(word.repeat(3_000)),
                new SyncReport.NotDecided(word.repeat(3_000), Optional.empty()));

        for (var report : reports) {
            EmbedLimits.assertHeldBy(hostile.pinned(
                    new OverrideResult(pin(EASTER, DAY), after, report), event, Optional.of(DAY), false));
            EmbedLimits.assertHeldBy(hostile.unpinned(new OverrideResult(after, CalendarOverrides.EMPTY, report)));
            EmbedLimits.assertHeldBy(
                    hostile.skipped(new OverrideResult(after, after.withoutPin(), report), event, Optional.of(DAY)));
            EmbedLimits.assertHeldBy(
                    hostile.unskipped(new OverrideResult(after, CalendarOverrides.EMPTY, report), event));
            EmbedLimits.assertHeldBy(hostile.rotated(report, AssetKind.ICON));
        }
    }

    private String pinned(OverrideResult adjusted) {
        MessageEmbed embed = replies.pinned(adjusted, PRIDE, Optional.of(DAY), true);
        return embed.getDescription();
    }

    private static OverrideResult adjusted(CalendarOverrides before, CalendarOverrides after) {
        return new OverrideResult(before, after, SyncReports.inSync());
    }

    private static CalendarOverrides pin(EventSummary event, LocalDate until) {
        return CalendarOverrides.EMPTY.withPin(new Pin(event.path(), DAY, Optional.of(until)));
    }

    private static EventSummary entry(String path, Optional<String> name) {
        return new EventSummary(path, name, EventDates.parse("June 1 to June 30"), 0);
    }
}

package dev.brandingbot.cog.modlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.cog.modlog.Alert.Urgency;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertMapperTest {
    private static final String META = "events/pride/meta.md";
    private final AlertMapper reports = new AlertMapper(path -> Optional.of("https://pages/" + path));

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(reports.alerts(SyncReports.inSync()).alerts()).isEmpty();
    }

    @Test
    void findsNothingWhereTheGuildHasNoBanners() {
        var report = new SyncReport.Synchronized(
                SyncReports.event("events/pride"),
                false,
                new AssetOutcome.NotSupported(),
                new AssetOutcome.Unchanged(SyncReports.ICON),
                new AnnouncementOutcome.NotDue(),
                List.of());

        assertThat(reports.alerts(report).alerts()).isEmpty();
    }

    @Test
    void linksAFindingToItsFile() {
        var report = SyncReports.inSync(List.of(FindingCode.INVALID_DATE.finding(META, "Write July 10.")));

        assertThat(reports.alerts(report).alerts()).singleElement().satisfies(trouble -> {
            assertThat(trouble.urgency()).isEqualTo(Urgency.AT_ONCE);
            assertThat(trouble.headline()).isEqualTo("[`%s`](https://pages/%1$s)".formatted(META));
            assertThat(trouble.text()).isEqualTo("Write July 10.");
        });
    }

    @Test
    void takesWhatCouldBeBetterAboutAnImageForARecommendation() {
        var report = SyncReports.inSync(
                List.of(FindingCode.RESOLUTION_TOO_LOW.finding("events/pride/server_icons/a.png", "Use more.")));

        assertThat(reports.alerts(report).alerts())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.isRecommendation()).isTrue());
    }

    @Test
    void linksWhatIsMissingToTheFolderWhereItShouldBe() {
        assertThat(headline(FindingCode.MISSING_META.finding(META, "Add it.")))
                .endsWith("(https://pages/events/pride)");
    }

    @Test
    void linksAFindingToItsLine() {
        var finding = new Finding(Finding.Severity.ERROR, "invalid-date", META, Optional.of(3), "Write July 10.");

        assertThat(headline(finding)).endsWith("(https://pages/%s?plain=1#L3)".formatted(META));
        assertThat(reports.alerts(SyncReports.inSync(List.of(finding)))
                        .alerts()
                        .get(0)
                        .text())
                .isEqualTo("Line 3: Write July 10.");
    }

    @Test
    void namesThePinWhereThePinIsTheProblem() {
        var finding = FindingCode.PINNED_EVENT_UNAVAILABLE.finding("events/pride", "The pinned event has errors.");

        assertThat(headline(finding)).isEqualTo("The pin of [`events/pride`](https://pages/events/pride)");
    }

    @Test
    void linksNothingWhereThereIsNoPage() {
        var report = SyncReports.inSync(List.of(FindingCode.INVALID_DATE.finding(META, "Write July 10.")));

        assertThat(new AlertMapper(path -> Optional.empty())
                        .alerts(report)
                        .alerts()
                        .get(0)
                        .headline())
                .isEqualTo("`" + META + "`");
    }

    @Test
    void breaksOutOfNoCodeAndShortensWhatIsLong() {
        var headline = headline(FindingCode.INVALID_DATE.finding("events/`a`" + "é".repeat(450), "Rename it."));

        assertThat(headline).startsWith("`events/'a'é").endsWith("…`").hasSizeLessThan(200);
    }

    @Test
    void tellsApartWhatIsWrongWithOneFileInTheSameWay() {
        var report = SyncReports.inSync(List.of(
                FindingCode.UNKNOWN_SETTING.finding(META, "\"end\" means nothing."),
                FindingCode.UNKNOWN_SETTING.finding(META, "\"begin\" means nothing.")));

        assertThat(reports.alerts(report).alerts()).extracting(Alert::key).doesNotHaveDuplicates();
    }

    @Test
    void knowsThatNothingIsOnWhateverTheDay() {
        var today = SyncReports.inSync(
                List.of(FindingCode.NO_ACTIVE_EVENT.finding("events", "No event is on at 2027-01-01.")));
        var tomorrow = SyncReports.inSync(
                List.of(FindingCode.NO_ACTIVE_EVENT.finding("events", "No event is on at 2027-01-02.")));

        assertThat(reports.alerts(today).alerts().get(0).key())
                .isEqualTo(reports.alerts(tomorrow).alerts().get(0).key());
    }

    @Test
    void tellsAtOnceWhatWillNotPass() {
        var refused = new SyncReport.Synchronized(
                SyncReports.event("events/pride"),
                false,
                new AssetOutcome.Unchanged(SyncReports.BANNER),
                new AssetOutcome.Skipped("Discord answered: no."),
                new AnnouncementOutcome.NotDue(),
                List.of(FindingCode.REJECTED_BY_DISCORD.finding(SyncReports.ICON.path(), "Replace it.")));

        assertThat(reports.alerts(refused).alerts())
                .extracting(Alert::key, Alert::urgency)
                .containsExactly(
                        tuple("FINDINGS rejected-by-discord " + SyncReports.ICON.path(), Urgency.IN_PASSING),
                        tuple("ASSETS icon", Urgency.AT_ONCE));
    }

    @Test
    void waitsWithWhatMayPass() {
        var troubles = reports.alerts(SyncReports.notInSync()).alerts();

        assertThat(troubles)
                .extracting(Alert::key)
                .containsExactly("ASSETS banner", "ASSETS icon", "ASSETS announcement");
        assertThat(troubles.get(0).urgency()).isEqualTo(Urgency.IF_IT_LASTS);
        assertThat(troubles.get(2).text()).contains("Discord did not answer in time.");
    }

    @Test
    void knowsNothingButThatWhereTheRepositoryWasNotSeen() {
        var seen = reports.alerts(SyncReports.undecided(Instant.EPOCH));

        assertThat(seen.sources()).containsExactly(AlertSource.REPOSITORY);
        assertThat(seen.alerts()).singleElement().satisfies(trouble -> {
            assertThat(trouble.urgency()).isEqualTo(Urgency.IF_IT_LASTS);
            assertThat(trouble.text()).contains("GitHub's limit");
        });
    }

    private String headline(Finding finding) {
        return reports.alerts(SyncReports.inSync(List.of(finding)))
                .alerts()
                .get(0)
                .headline();
    }
}

package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.ApplyReason;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.sync.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusEmbedsTest {
    private static final Instant NOW = Instant.parse("2027-06-10T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 10);
    private static final EventSummary PRIDE = new EventSummary("events/pride", EventDates.parse("June 1 to June 30"));
    private static final EventSummary EVERGREEN = new EventSummary("events/evergreen", Optional.empty());
    private static final AppliedBranding ON = AppliedBranding.EMPTY
            .withEvent(new ActiveEvent(
                    PRIDE.path(), EventMetadata.of(EventDates.parse("June 1 to June 30"), "Colours"), "m"))
            .withAsset(
                    AssetKind.BANNER, AppliedAsset.applied(PRIDE.path(), "b1", NOW.minusSeconds(60), Map.of("b1", 1)))
            .withAsset(
                    AssetKind.ICON,
                    AppliedAsset.applied(PRIDE.path(), "gone", NOW.minusSeconds(30), Map.of("gone", 1)));

    private AppliedBranding remembered = ON;
    private List<HistoryEntry> past = List.of();
    private List<EventSummary> events = List.of(PRIDE, EVERGREEN);
    private CalendarOverrides adjustments = CalendarOverrides.EMPTY;
    private Optional<SyncReport> report = Optional.of(SyncReports.inSync());
    private Snapshot snapshot = new Snapshot(List.of(SyncReports.event(PRIDE.path())), List.of(), List.of());
    private Set<AssetKind> byHand = Set.of();
    private List<MissingRequirement> missing = List.of();
    private Optional<RateLimitStatus> left = Optional.empty();

    @Test
    void tellWhatIsOnSinceWhenAndWhatComesNext() {
        past = List.of(
                put(HistoryAction.ICON, PRIDE, ApplyReason.ROTATION, 10),
                put(HistoryAction.ICON, PRIDE, ApplyReason.EVENT, 100),
                put(HistoryAction.BANNER, PRIDE, ApplyReason.EVENT, 200),
                put(HistoryAction.BANNER, EVERGREEN, ApplyReason.EVENT, 300));

        var embed = status();

        assertThat(embed.getDescription()).isEqualTo("**Pride** is active (applied %s).".formatted(ago(200)));
        assertThat(EmbedLimits.field(embed, "Banner")).isEqualTo("flag.png of **Pride**, applied " + ago(60));
        assertThat(EmbedLimits.field(embed, "Icon"))
                .isEqualTo("an image of **Pride** that is no longer in the repository, applied " + ago(30));
        assertThat(EmbedLimits.field(embed, "Next change")).startsWith("**Evergreen**, July 1, 2027 (<t:");
        assertThat(embed.getColorRaw()).isEqualTo(Embeds.SUCCESS_COLOR);
    }

    @Test
    void nameTheEventThatEachAssetBelongsTo() {
        remembered = ON.withAsset(
                AssetKind.ICON, AppliedAsset.applied(EVERGREEN.path(), "i1", NOW.minusSeconds(30), Map.of("i1", 1)));
        snapshot = new Snapshot(
                List.of(SyncReports.event(PRIDE.path()), SyncReports.event(EVERGREEN.path())), List.of(), List.of());

        var embed = status();

        assertThat(EmbedLimits.field(embed, "Banner")).startsWith("flag.png of **Pride**");
        assertThat(EmbedLimits.field(embed, "Icon")).startsWith("heart.png of **Evergreen**");
    }

    @Test
    void findAnAssetOfAnEventThatHasErrors() {
        var pride = SyncReports.event(PRIDE.path());
        var withoutBanners = new InspectedEvent(pride.path(), false, false, pride.meta(), List.of(), pride.icons());
        remembered = ON.withAsset(
                AssetKind.ICON, AppliedAsset.applied(PRIDE.path(), "i1", NOW.minusSeconds(30), Map.of("i1", 1)));
        snapshot = new Snapshot(List.of(), List.of(withoutBanners), List.of());

        var embed = status();

        assertThat(EmbedLimits.field(embed, "Banner")).contains("no longer in the repository");
        assertThat(EmbedLimits.field(embed, "Icon")).startsWith("heart.png of **Pride**");
    }

    @Test
    void sayWhatToDoWhileNothingIsOn() {
        remembered = AppliedBranding.EMPTY;
        report = Optional.empty();
        events = List.of();

        var embed = status();

        assertThat(embed.getDescription()).contains("No event is active yet", "/branding sync");
        assertThat(EmbedLimits.field(embed, "Icon")).isEqualTo("none yet");
        assertThat(EmbedLimits.field(embed, "Next change")).isEqualTo("none within a year");
    }

    @Test
    void tellWhatIsPendingAndWhy() {
        report = Optional.of(SyncReports.failed("Discord answered: 50013."));

        assertThat(EmbedLimits.field(status(), "Pending")).contains("Banner: not applied yet", "50013");
        assertThat(status().getColorRaw()).isEqualTo(Embeds.WARNING_COLOR);
    }

    @Test
    void tellOfThePinAndOfSkipsThatAreNotOver() {
        adjustments = new CalendarOverrides(
                Optional.of(new Pin(EVERGREEN.path(), TODAY, Optional.empty())),
                List.of(
                        new Skip("events/easter", new DateRange(TODAY.minusDays(9), TODAY.minusDays(1))),
                        new Skip(PRIDE.path(), new DateRange(TODAY, TODAY))));

        assertThat(EmbedLimits.field(status(), "Overrides by moderators"))
                .isEqualTo("**Evergreen** is pinned with no end date.\n**Pride** is skipped on June 10, 2027.");
    }

    @Test
    void tellWhatTheServerLacksAndWhatIsWrongInTheRepository() {
        missing = List.of(
                new MissingRequirement("permission", "The permission Manage Server", "Give it."),
                new MissingRequirement("feature", "The feature BANNER", "Boost."));
        snapshot = new Snapshot(List.of(), List.of(), List.of(Finding.error("x", "events/a", "Mend it.")));

        assertThat(EmbedLimits.field(status(), "Missing"))
                .isEqualTo("**The permission Manage Server:** Give it.\n**The feature BANNER:** Boost.");
        assertThat(EmbedLimits.field(status(), "Problems in the repository")).contains("events/a", "Mend it.");
    }

    @Test
    void tellWhatWasChangedByHand() {
        byHand = Set.of(AssetKind.ICON);

        assertThat(EmbedLimits.field(status(), "Changed manually")).contains("icon", "/branding sync");
        assertThat(status().getColorRaw()).isEqualTo(Embeds.WARNING_COLOR);
    }

    @Test
    void tellHowManyRequestsGitHubTakes() {
        left = Optional.of(new RateLimitStatus(57, 60, NOW.plus(Duration.ofMinutes(5))));
        assertThat(EmbedLimits.field(status(), "GitHub requests"))
                .isEqualTo("57 of 60 requests left. The limit resets %s.".formatted(ago(-300)));

        left = Optional.of(new RateLimitStatus(0, 60, NOW.minusSeconds(1)));
        assertThat(EmbedLimits.field(status(), "GitHub requests")).isEqualTo("All 60 requests left.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "*_", "\n"})
    void stayWithinTheLimitsWhateverIsWrong(String word) {
        var path = "events/" + word.repeat(3_000);
        report = Optional.of(SyncReports.failed(word.repeat(5_000)));
        missing = Collections.nCopies(20, new MissingRequirement(word, word.repeat(50), word.repeat(500)));
        events = List.of(new EventSummary(path, Optional.empty()), PRIDE);
        adjustments = new CalendarOverrides(
                Optional.of(new Pin(path, TODAY, Optional.empty())),
                Collections.nCopies(50, new Skip(path, new DateRange(TODAY, TODAY))));
        snapshot =
                new Snapshot(List.of(), List.of(), Collections.nCopies(50, Finding.error("x", path, word.repeat(900))));
        left = Optional.of(new RateLimitStatus(57, 60, NOW.plusSeconds(5)));

        status();
    }

    private MessageEmbed status() {
        var embed = StatusEmbeds.status(new BrandingStatus(
                NOW,
                remembered,
                past,
                new BrandingStatus.Schedule(events, adjustments),
                new DaemonStatus(true, Optional.empty(), Optional.of(NOW.plusSeconds(60))),
                new BrandingStatus.Problems(
                        report.map(it -> it.summary(NOW.minusSeconds(5))),
                        Optional.of(snapshot),
                        byHand,
                        missing,
                        left)));
        EmbedLimits.assertHeldBy(embed);
        return embed;
    }

    private static HistoryEntry put(HistoryAction deed, EventSummary event, ApplyReason reason, long secondsAgo) {
        return new HistoryEntry(
                NOW.minusSeconds(secondsAgo),
                deed,
                Optional.of(event.path()),
                Optional.of("x.png"),
                Optional.of(reason),
                Optional.empty());
    }

    private static String ago(long seconds) {
        return "<t:%d:R>".formatted(NOW.minusSeconds(seconds).getEpochSecond());
    }
}

package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.Reports;
import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.Replies;
import dev.brandingbot.event.Adjustments;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarEntry;
import dev.brandingbot.event.EventMeta;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.RequestsLeft;
import dev.brandingbot.repository.validation.EventFacts;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.Deed;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Reason;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.state.Slot;
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

class StatusRepliesTest {
    private static final Instant NOW = Instant.parse("2027-06-10T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 10);
    private static final CalendarEntry PRIDE = new CalendarEntry("events/pride", EventDates.parse("June 1 to June 30"));
    private static final CalendarEntry EVERGREEN = new CalendarEntry("events/evergreen", Optional.empty());
    private static final Remembered ON = Remembered.NOTHING
            .withEvent(
                    new CurrentEvent(PRIDE.path(), EventMeta.of(EventDates.parse("June 1 to June 30"), "Colours"), "m"))
            .withSlot(AssetKind.BANNER, Slot.showing(PRIDE.path(), "b1", NOW.minusSeconds(60), Map.of("b1", 1)))
            .withSlot(AssetKind.ICON, Slot.showing(PRIDE.path(), "gone", NOW.minusSeconds(30), Map.of("gone", 1)));

    private Remembered remembered = ON;
    private List<HistoryEntry> past = List.of();
    private List<CalendarEntry> events = List.of(PRIDE, EVERGREEN);
    private Adjustments adjustments = Adjustments.NONE;
    private Optional<SyncReport> report = Optional.of(Reports.inStep());
    private Snapshot snapshot = new Snapshot(List.of(Reports.event(PRIDE.path())), List.of(), List.of());
    private Set<AssetKind> byHand = Set.of();
    private List<MissingRequirement> missing = List.of();
    private Optional<RequestsLeft> left = Optional.empty();

    @Test
    void tellWhatIsOnSinceWhenAndWhatComesNext() {
        past = List.of(
                put(Deed.ICON, PRIDE, Reason.ROTATION, 10),
                put(Deed.ICON, PRIDE, Reason.EVENT, 100),
                put(Deed.BANNER, PRIDE, Reason.EVENT, 200),
                put(Deed.BANNER, EVERGREEN, Reason.EVENT, 300));

        var embed = status();

        assertThat(embed.getDescription()).isEqualTo("**Pride** is active (applied %s).".formatted(ago(200)));
        assertThat(EmbedLimits.field(embed, "Banner")).isEqualTo("flag.png of **Pride**, applied " + ago(60));
        assertThat(EmbedLimits.field(embed, "Icon"))
                .isEqualTo("one of **Pride** that is no longer in the repository, applied " + ago(30));
        assertThat(EmbedLimits.field(embed, "Next change")).startsWith("**Evergreen**, July 1, 2027 (<t:");
        assertThat(embed.getColorRaw()).isEqualTo(Replies.WELL);
    }

    @Test
    void nameTheEventThatEachAssetBelongsTo() {
        remembered = ON.withSlot(
                AssetKind.ICON, Slot.showing(EVERGREEN.path(), "i1", NOW.minusSeconds(30), Map.of("i1", 1)));
        snapshot = new Snapshot(
                List.of(Reports.event(PRIDE.path()), Reports.event(EVERGREEN.path())), List.of(), List.of());

        var embed = status();

        assertThat(EmbedLimits.field(embed, "Banner")).startsWith("flag.png of **Pride**");
        assertThat(EmbedLimits.field(embed, "Icon")).startsWith("heart.png of **Evergreen**");
    }

    @Test
    void findAnAssetOfAnEventThatHasErrors() {
        var pride = Reports.event(PRIDE.path());
        var withoutBanners = new EventFacts(pride.path(), false, false, pride.meta(), List.of(), pride.icons());
        remembered =
                ON.withSlot(AssetKind.ICON, Slot.showing(PRIDE.path(), "i1", NOW.minusSeconds(30), Map.of("i1", 1)));
        snapshot = new Snapshot(List.of(), List.of(withoutBanners), List.of());

        var embed = status();

        assertThat(EmbedLimits.field(embed, "Banner")).contains("no longer in the repository");
        assertThat(EmbedLimits.field(embed, "Icon")).startsWith("heart.png of **Pride**");
    }

    @Test
    void sayWhatToDoWhileNothingIsOn() {
        remembered = Remembered.NOTHING;
        report = Optional.empty();
        events = List.of();

        var embed = status();

        assertThat(embed.getDescription()).contains("No event is active yet", "/branding sync");
        assertThat(EmbedLimits.field(embed, "Icon")).isEqualTo("none yet");
        assertThat(EmbedLimits.field(embed, "Next change")).isEqualTo("none within a year");
    }

    @Test
    void tellWhatIsPendingAndWhy() {
        report = Optional.of(Reports.failed("Discord answered: 50013."));

        assertThat(EmbedLimits.field(status(), "Pending")).contains("Banner: failed", "50013");
        assertThat(status().getColorRaw()).isEqualTo(Replies.TROUBLE);
    }

    @Test
    void tellOfThePinAndOfSkipsThatAreNotOver() {
        adjustments = new Adjustments(
                Optional.of(new Pin(EVERGREEN.path(), TODAY, Optional.empty())),
                List.of(
                        new Skip("events/easter", new DateRange(TODAY.minusDays(9), TODAY.minusDays(1))),
                        new Skip(PRIDE.path(), new DateRange(TODAY, TODAY))));

        assertThat(EmbedLimits.field(status(), "Overrides by moderators"))
                .isEqualTo("**Evergreen** is pinned until it is unpinned.\n**Pride** is skipped on June 10, 2027.");
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
        assertThat(status().getColorRaw()).isEqualTo(Replies.TROUBLE);
    }

    @Test
    void tellHowManyRequestsGitHubTakes() {
        left = Optional.of(new RequestsLeft(57, 60, NOW.plus(Duration.ofMinutes(5))));
        assertThat(EmbedLimits.field(status(), "GitHub requests"))
                .isEqualTo("57 of 60 requests left. The limit resets %s.".formatted(ago(-300)));

        left = Optional.of(new RequestsLeft(0, 60, NOW.minusSeconds(1)));
        assertThat(EmbedLimits.field(status(), "GitHub requests")).isEqualTo("All 60 requests left.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "*_", "\n"})
    void stayWithinTheLimitsWhateverIsWrong(String word) {
        var path = "events/" + word.repeat(3_000);
        report = Optional.of(Reports.failed(word.repeat(5_000)));
        missing = Collections.nCopies(20, new MissingRequirement(word, word.repeat(50), word.repeat(500)));
        events = List.of(new CalendarEntry(path, Optional.empty()), PRIDE);
        adjustments = new Adjustments(
                Optional.of(new Pin(path, TODAY, Optional.empty())),
                Collections.nCopies(50, new Skip(path, new DateRange(TODAY, TODAY))));
        snapshot =
                new Snapshot(List.of(), List.of(), Collections.nCopies(50, Finding.error("x", path, word.repeat(900))));
        left = Optional.of(new RequestsLeft(57, 60, NOW.plusSeconds(5)));

        status();
    }

    private MessageEmbed status() {
        var embed = StatusReplies.of(new Standing(
                NOW,
                remembered,
                past,
                new Standing.Plan(events, adjustments),
                new DaemonStatus(true, Optional.empty(), Optional.of(NOW.plusSeconds(60))),
                new Standing.Trouble(
                        report.map(it -> it.summary(NOW.minusSeconds(5))),
                        Optional.of(snapshot),
                        byHand,
                        missing,
                        left)));
        EmbedLimits.assertHeldBy(embed);
        return embed;
    }

    private static HistoryEntry put(Deed deed, CalendarEntry event, Reason reason, long secondsAgo) {
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

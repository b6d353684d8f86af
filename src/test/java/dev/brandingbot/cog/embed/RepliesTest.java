package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.Reports;
import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMeta;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.LastLook;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {
    private static final String FINDINGS = "Problems in the repository";
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void sayWhatToDoWhereThereIsNothingYet() {
        assertThat(Replies.nothingOn().getDescription()).contains("/branding sync", "/branding daemon enable");
        assertThat(Replies.noCalendar().getDescription()).contains("/branding calendar refresh");
        assertThat(Replies.refusal().getDescription()).contains("Manage Server");
    }

    @Test
    void nameEachAssetWithItsOutcomeAndReason() {
        var well = Replies.synced(Reports.inStep());
        var trouble = Replies.synced(Reports.failed("Discord answered: 50013."));

        assertThat(well.getTitle()).isEqualTo("Up to date");
        assertThat(well.getDescription())
                .contains("Pride (events/pride)", "Banner: applied flag.png", "Icon: unchanged, heart.png");
        assertThat(trouble.getTitle()).isEqualTo("Not up to date");
        assertThat(trouble.getDescription())
                .contains(
                        "Banner: failed; the bot tries again. Discord answered: 50013.",
                        "Icon: not applied. Discord answered");
    }

    @Test
    void sayWhyNothingWasDecided() {
        var embed = Replies.synced(Reports.undecided(NOON));

        assertThat(embed.getTitle()).isEqualTo("Nothing was changed");
        assertThat(embed.getDescription()).isEqualTo("GitHub's limit is used up.");
    }

    @Test
    void listFindingsWithTheirSeverityAndPath() {
        var embed = Replies.synced(Reports.inStep(List.of(
                Finding.error("dates", "events/a/meta.md", "Write July 10."),
                Finding.warning("long", "events/b/meta.md", "Shorten it."))));

        assertThat(EmbedLimits.field(embed, FINDINGS))
                .isEqualTo("❌ `events/a/meta.md` Write July 10.\n⚠️ `events/b/meta.md` Shorten it.");
    }

    @Test
    void showNoFindingsWhereThereAreNone() {
        assertThat(Replies.synced(Reports.inStep()).getFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 100})
    void sayHowManyFindingsAreNotListed(int count) {
        var text = EmbedLimits.field(Replies.synced(Reports.inStep(findings(count, "Mend it."))), FINDINGS);

        assertThat(listed(text) + more(text)).isEqualTo(count);
        assertThat(listed(text)).isEqualTo(Math.min(8, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "<@&1>", "**"})
    void listFindingsWithHugeMessagesWithinTheLimits(String word) {
        var findings = findings(100, word.repeat(2_000));

        var embed = Replies.synced(Reports.inStep(findings));

        EmbedLimits.assertHeldBy(embed);
        var text = EmbedLimits.field(embed, FINDINGS);
        assertThat(listed(text)).isPositive();
        assertThat(listed(text) + more(text)).isEqualTo(100);
    }

    @Test
    void listAFindingWithAHugePath() {
        var embed = Replies.synced(
                Reports.inStep(List.of(Finding.error("x", "events/" + "`🎃".repeat(2_000), "Mend it."))));

        EmbedLimits.assertHeldBy(embed);
        assertThat(EmbedLimits.field(embed, FINDINGS)).contains("Mend it.").matches("(?s)[^`]*`[^`]*`[^`]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "\n"})
    void stayWithinTheLimitsWhateverWentWrong(String word) {
        var reason = word.repeat(5_000);
        var findings = findings(100, reason);
        var kept = new SyncReport.Kept(findings.get(0), findings, true);
        var remembered = Remembered.NOTHING.withEvent(new CurrentEvent(
                "events/" + "*_a".repeat(1_000), EventMeta.of(EventDates.parse("June 1 to June 30"), reason), "m"));

        for (var report : List.of(Reports.failed(reason), kept, new SyncReport.Undecided(reason, Optional.empty()))) {
            EmbedLimits.assertHeldBy(Replies.synced(report));
            EmbedLimits.assertHeldBy(
                    Replies.status(status(report), look(report), remembered.event(), Set.of(AssetKind.values())));
        }
        EmbedLimits.assertHeldBy(Replies.failure("It failed. " + reason));
        EmbedLimits.assertHeldBy(
                Replies.refreshed(new Snapshot(List.of(), List.of(Reports.invalid("events/a")), findings)));
    }

    @Test
    void countTheEventsThatWereFetched() {
        var snapshot = new Snapshot(
                List.of(Reports.event("events/a")), List.of(Reports.invalid("events/b")), findings(1, "Mend it."));

        var embed = Replies.refreshed(snapshot);

        assertThat(embed.getDescription()).isEqualTo("1 event can be used. 1 event is left out because of errors.");
        assertThat(EmbedLimits.field(embed, FINDINGS)).contains("Mend it.");
    }

    @Test
    void sayHowTheDaemonWasSwitched() {
        assertThat(Replies.switched(true).getTitle()).isEqualTo("The daemon is on");
        assertThat(Replies.switched(false).getTitle()).isEqualTo("The daemon is off");
        assertThat(Replies.switched(false).getDescription()).contains("/branding daemon enable");
    }

    @Test
    void tellWhenTheDaemonLooks() {
        var embed = Replies.status(status(Reports.inStep()), look(Reports.inStep()), Optional.empty(), Set.of());

        assertThat(embed.getTitle()).isEqualTo("The daemon is on");
        assertThat(embed.getDescription()).contains("Banner: applied flag.png");
        assertThat(EmbedLimits.field(embed, "Active event")).isEqualTo("none yet");
        assertThat(EmbedLimits.field(embed, "Last check")).isEqualTo("<t:%d:R>".formatted(NOON.getEpochSecond()));
        assertThat(EmbedLimits.field(embed, "Next check")).isEqualTo("<t:%d:R>".formatted(NOON.getEpochSecond() + 60));
    }

    @Test
    void tellThatTheDaemonHasNotLookedYet() {
        var embed = Replies.status(
                new DaemonStatus(false, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        assertThat(embed.getTitle()).isEqualTo("The daemon is off");
        assertThat(embed.getDescription()).isEqualTo("There was no check yet.");
        assertThat(embed.getFields()).extracting(MessageEmbed.Field::getName).containsExactly("Active event");
    }

    @Test
    void tellOfALookThatAnotherCopyOrAnEarlierProcessMade() {
        var findings = findings(100, "Mend it.");

        var embed = Replies.status(
                new DaemonStatus(true, Optional.empty(), Optional.of(NOON.plusSeconds(60))),
                look(Reports.inStep(findings)),
                Optional.empty(),
                Set.of());

        assertThat(embed.getDescription()).contains("Banner: applied flag.png");
        var text = EmbedLimits.field(embed, FINDINGS);
        assertThat(listed(text) + more(text)).isEqualTo(100);
    }

    @Test
    void tellWhatWasChangedByHand() {
        var one = Replies.status(
                status(Reports.inStep()), look(Reports.inStep()), Optional.empty(), Set.of(AssetKind.ICON));
        var both = Replies.status(
                status(Reports.inStep()), look(Reports.inStep()), Optional.empty(), Set.of(AssetKind.values()));

        assertThat(EmbedLimits.field(one, "Changed manually"))
                .isEqualTo(
                        "The icon was changed manually. It stays until the next rotation; `/branding sync` restores the bot's.");
        assertThat(EmbedLimits.field(both, "Changed manually"))
                .isEqualTo(
                        "The banner and the icon were changed manually. They stay until the next rotation; `/branding sync`"
                                + " restores the bot's.");
    }

    @Test
    void claimNoErrorWhileALookIsUnderWay() {
        var check = new DaemonStatus.Check(NOON, Optional.empty());
        var underWay = new DaemonStatus(true, Optional.of(check), Optional.of(NOON.plusSeconds(60)));
        var before = new LastLook(NOON.minusSeconds(60), true, List.of("Before."), List.of(), List.of(), 0);
        var after = new LastLook(NOON.plusSeconds(1), true, List.of("After."), List.of(), List.of(), 0);

        assertThat(described(underWay, Optional.empty()))
                .isEqualTo("A check is running, or the last one failed (see the log).");
        assertThat(described(underWay, Optional.of(before)))
                .isEqualTo("A check is running, or the last one failed (see the log).");
        assertThat(described(underWay, Optional.of(after))).isEqualTo("After.");
    }

    private static String described(DaemonStatus status, Optional<LastLook> look) {
        return Replies.status(status, look, Optional.empty(), Set.of()).getDescription();
    }

    private static Optional<LastLook> look(SyncReport report) {
        return Optional.of(report.summary(NOON));
    }

    private static DaemonStatus status(SyncReport report) {
        var check = new DaemonStatus.Check(NOON, Optional.of(report));
        return new DaemonStatus(true, Optional.of(check), Optional.of(NOON.plusSeconds(60)));
    }

    private static List<Finding> findings(int count, String message) {
        return IntStream.range(0, count)
                .mapToObj(i -> Finding.error("code", "events/e%d/meta.md".formatted(i), "No. " + i + ": " + message))
                .toList();
    }

    private static int listed(String text) {
        return (int) text.lines().filter(line -> line.startsWith("❌")).count();
    }

    private static int more(String text) {
        return text.lines()
                .filter(line -> line.startsWith("…and "))
                .mapToInt(line -> Integer.parseInt(line.split(" ")[1]))
                .sum();
    }
}

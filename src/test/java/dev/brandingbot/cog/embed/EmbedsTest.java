package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.cog.command.DaemonEmbeds;
import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.LastCheck;
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

class EmbedsTest {
    private static final String FINDINGS = "Problems in the repository";
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void sayWhatToDoWhereThereIsNothingYet() {
        assertThat(Embeds.noActiveEvent().getDescription()).contains("/branding sync", "/branding daemon enable");
        assertThat(Embeds.noCalendar().getDescription()).contains("/branding calendar refresh");
        assertThat(Embeds.refusal().getDescription()).contains("Manage Server");
    }

    @Test
    void nameEachAssetWithItsOutcomeAndReason() {
        var well = Embeds.synced(SyncReports.inSync());
        var trouble = Embeds.synced(SyncReports.failed("Discord answered: 50013."));

        assertThat(well.getTitle()).isEqualTo("Up to date");
        assertThat(well.getDescription())
                .contains("Pride (events/pride)", "Banner: applied flag.png", "Icon: unchanged, heart.png");
        assertThat(trouble.getTitle()).isEqualTo("Not up to date");
        assertThat(trouble.getDescription())
                .contains(
                        "Banner: not applied yet; the bot will retry. Discord answered: 50013.",
                        "Icon: not applied. Discord answered");
    }

    @Test
    void sayWhyNothingWasDecided() {
        var embed = Embeds.synced(SyncReports.undecided(NOON));

        assertThat(embed.getTitle()).isEqualTo("Nothing was changed");
        assertThat(embed.getDescription()).isEqualTo("GitHub's limit is used up.");
    }

    @Test
    void listFindingsWithTheirSeverityAndPath() {
        var embed = Embeds.synced(SyncReports.inSync(List.of(
                Finding.error("dates", "events/a/meta.md", "Write July 10."),
                Finding.warning("long", "events/b/meta.md", "Shorten it."))));

        assertThat(EmbedLimits.field(embed, FINDINGS))
                .isEqualTo("❌ `events/a/meta.md` Write July 10.\n⚠️ `events/b/meta.md` Shorten it.");
    }

    @Test
    void showNoFindingsWhereThereAreNone() {
        assertThat(Embeds.synced(SyncReports.inSync()).getFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 100})
    void sayHowManyFindingsAreNotListed(int count) {
        var text = EmbedLimits.field(Embeds.synced(SyncReports.inSync(findings(count, "Mend it."))), FINDINGS);

        assertThat(listed(text) + more(text)).isEqualTo(count);
        assertThat(listed(text)).isEqualTo(Math.min(8, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "<@&1>", "**"})
    void listFindingsWithHugeMessagesWithinTheLimits(String word) {
        var findings = findings(100, word.repeat(2_000));

        var embed = Embeds.synced(SyncReports.inSync(findings));

        EmbedLimits.assertHeldBy(embed);
        var text = EmbedLimits.field(embed, FINDINGS);
        assertThat(listed(text)).isPositive();
        assertThat(listed(text) + more(text)).isEqualTo(100);
    }

    @Test
    void listAFindingWithAHugePath() {
        var embed = Embeds.synced(
                SyncReports.inSync(List.of(Finding.error("x", "events/" + "`🎃".repeat(2_000), "Mend it."))));

        EmbedLimits.assertHeldBy(embed);
        assertThat(EmbedLimits.field(embed, FINDINGS)).contains("Mend it.").matches("(?s)[^`]*`[^`]*`[^`]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "\n"})
    void stayWithinTheLimitsWhateverWentWrong(String word) {
        var reason = word.repeat(5_000);
        var findings = findings(100, reason);
        var kept = new SyncReport.Unchanged(findings.get(0), findings, true);
        var remembered = AppliedBranding.EMPTY.withEvent(new ActiveEvent(
                "events/" + "*_a".repeat(1_000), EventMetadata.of(EventDates.parse("June 1 to June 30"), reason), "m"));

        for (var report :
                List.of(SyncReports.failed(reason), kept, new SyncReport.NotDecided(reason, Optional.empty()))) {
            EmbedLimits.assertHeldBy(Embeds.synced(report));
            EmbedLimits.assertHeldBy(
                    DaemonEmbeds.status(status(report), look(report), remembered.event(), Set.of(AssetKind.values())));
        }
        EmbedLimits.assertHeldBy(Embeds.failure("It failed. " + reason));
        EmbedLimits.assertHeldBy(
                Embeds.refreshed(new Snapshot(List.of(), List.of(SyncReports.invalid("events/a")), findings)));
    }

    @Test
    void countTheEventsThatWereFetched() {
        var snapshot = new Snapshot(
                List.of(SyncReports.event("events/a")),
                List.of(SyncReports.invalid("events/b")),
                findings(1, "Mend it."));

        var embed = Embeds.refreshed(snapshot);

        assertThat(embed.getDescription()).isEqualTo("1 event can be used. 1 event is left out because of errors.");
        assertThat(EmbedLimits.field(embed, FINDINGS)).contains("Mend it.");
    }

    @Test
    void sayHowTheDaemonWasSwitched() {
        assertThat(DaemonEmbeds.switched(true).getTitle()).isEqualTo("The daemon is enabled");
        assertThat(DaemonEmbeds.switched(false).getTitle()).isEqualTo("The daemon is disabled");
        assertThat(DaemonEmbeds.switched(false).getDescription()).contains("/branding daemon enable");
    }

    @Test
    void tellWhenTheDaemonLooks() {
        var embed = DaemonEmbeds.status(
                status(SyncReports.inSync()), look(SyncReports.inSync()), Optional.empty(), Set.of());

        assertThat(embed.getTitle()).isEqualTo("The daemon is enabled");
        assertThat(embed.getDescription()).contains("Banner: applied flag.png");
        assertThat(EmbedLimits.field(embed, "Active event")).isEqualTo("none yet");
        assertThat(EmbedLimits.field(embed, "Last check")).isEqualTo("<t:%d:R>".formatted(NOON.getEpochSecond()));
        assertThat(EmbedLimits.field(embed, "Next check")).isEqualTo("<t:%d:R>".formatted(NOON.getEpochSecond() + 60));
    }

    @Test
    void tellThatTheDaemonHasNotLookedYet() {
        var embed = DaemonEmbeds.status(
                new DaemonStatus(false, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        assertThat(embed.getTitle()).isEqualTo("The daemon is disabled");
        assertThat(embed.getDescription()).isEqualTo("There was no check yet.");
        assertThat(embed.getFields()).extracting(MessageEmbed.Field::getName).containsExactly("Active event");
    }

    @Test
    void tellOfALookThatAnotherCopyOrAnEarlierProcessMade() {
        var findings = findings(100, "Mend it.");

        var embed = DaemonEmbeds.status(
                new DaemonStatus(true, Optional.empty(), Optional.of(NOON.plusSeconds(60))),
                look(SyncReports.inSync(findings)),
                Optional.empty(),
                Set.of());

        assertThat(embed.getDescription()).contains("Banner: applied flag.png");
        var text = EmbedLimits.field(embed, FINDINGS);
        assertThat(listed(text) + more(text)).isEqualTo(100);
    }

    @Test
    void tellWhatWasChangedByHand() {
        var one = DaemonEmbeds.status(
                status(SyncReports.inSync()), look(SyncReports.inSync()), Optional.empty(), Set.of(AssetKind.ICON));
        var both = DaemonEmbeds.status(
                status(SyncReports.inSync()), look(SyncReports.inSync()), Optional.empty(), Set.of(AssetKind.values()));

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
        var before = new LastCheck(NOON.minusSeconds(60), true, List.of("Before."), List.of(), List.of(), 0);
        var after = new LastCheck(NOON.plusSeconds(1), true, List.of("After."), List.of(), List.of(), 0);

        assertThat(described(underWay, Optional.empty()))
                .isEqualTo(
                        "A check is running, or the last one failed. If this message stays, ask the bot's operator to check its log.");
        assertThat(described(underWay, Optional.of(before)))
                .isEqualTo(
                        "A check is running, or the last one failed. If this message stays, ask the bot's operator to check its log.");
        assertThat(described(underWay, Optional.of(after))).isEqualTo("After.");
    }

    private static String described(DaemonStatus status, Optional<LastCheck> look) {
        return DaemonEmbeds.status(status, look, Optional.empty(), Set.of()).getDescription();
    }

    private static Optional<LastCheck> look(SyncReport report) {
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

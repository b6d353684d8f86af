package dev.brandingbot.cog.command;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.cog.embed.Dates;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import dev.brandingbot.support.UserText;
import dev.brandingbot.sync.OverrideResult;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * The answers to commands that pin, skip and rotate.
 *
 * @param names the names of events
 */
record OverrideEmbeds(EventNames names) {

    /**
     * The answer to a pin.
     *
     * @param until the last day of the pin, if any
     * @param isDaemonOn whether the daemon is enabled, which applies the end of the pin
     */
    MessageEmbed pinned(OverrideResult result, EventSummary event, Optional<LocalDate> until, boolean isDaemonOn) {
        var pin = result.after()
                .pin()
                .filter(it -> UserText.isSameName(it.path(), event.path())
                        && it.until().equals(until));
        if (pin.isEmpty()) {
            return unchanged(result.report());
        }
        return isIgnored(event, result.report())
                ? ignored(event, result.report())
                : reply(
                        "Pinned",
                        result.report(),
                        Stream.of(
                                Optional.of(pinnedUntil(event, until)),
                                result.before().pin().flatMap(before -> replaced(before, pin.get())),
                                result.after().skip(event.path()).map(OverrideEmbeds::alsoSkipped),
                                Optional.of("`/branding event unpin` ends the pin."),
                                until.filter(day -> !isDaemonOn)
                                        .map(day -> "The daemon is disabled, so the pin does not"
                                                + " end by itself. `/branding daemon enable` enables the daemon.")));
    }

    /** Whether the pinned event turned out to have errors. */
    private static boolean isIgnored(EventSummary event, SyncReport report) {
        return errors(event, report).anyMatch(Finding::isError);
    }

    private MessageEmbed ignored(EventSummary event, SyncReport report) {
        var text =
                "%s is pinned, but has errors. The pin counts as soon as they are fixed; until then the calendar decides."
                        + " `/branding event unpin` ends the pin.\n%s";
        return Embeds.addFindings(
                        Embeds.embed(Embeds.WARNING_COLOR, "Pinned, but not active")
                                .setDescription(Texts.cut(
                                        text.formatted(names.bold(event.path()), Embeds.summaryLines(report)),
                                        MessageEmbed.DESCRIPTION_MAX_LENGTH)),
                        errors(event, report).toList())
                .build();
    }

    private static Stream<Finding> errors(EventSummary event, SyncReport report) {
        return report.findings().stream()
                .filter(finding -> finding.path().startsWith(SafeText.toSingleLine(event.path()) + "/"));
    }

    private String pinnedUntil(EventSummary event, Optional<LocalDate> until) {
        return "%s stays active %s, whatever the calendar says."
                .formatted(
                        names.bold(event.path()),
                        until.map(day -> "through %s UTC (ends %s)".formatted(Dates.format(day), Dates.formatEnd(day)))
                                .orElse("until it is unpinned"));
    }

    private Optional<String> replaced(Pin before, Pin after) {
        if (before.equals(after)) {
            return Optional.of("It was already pinned that way.");
        }
        return Optional.of(
                UserText.isSameName(before.path(), after.path())
                        ? "It was already pinned " + duration(before) + "."
                        : "It replaces %s, which was pinned %s."
                                .formatted(names.bold(before.path()), duration(before)));
    }

    /** How long a pin lasts: {@code through July 10, 2027} or {@code with no end date}. */
    static String duration(Pin pin) {
        return pin.until().map(day -> "through " + Dates.format(day)).orElse("with no end date");
    }

    private static String alsoSkipped(Skip skip) {
        return "It is also skipped %s. The skip applies again after the pin ends; `/branding event unskip` removes it."
                .formatted(Dates.formatRange(skip.days()));
    }

    /** Nothing was pinned. */
    static MessageEmbed nothingPinned() {
        return Embeds.embed(Embeds.WARNING_COLOR, "Nothing is pinned")
                .setDescription("The calendar decides which event is active. `/branding event pin` pins one.")
                .build();
    }

    /** The answer to an unpin. */
    MessageEmbed unpinned(OverrideResult result) {
        var before = result.before().pin();
        return before.isEmpty() || result.after().pin().isPresent()
                ? unchanged(result.report())
                : reply(
                        "Unpinned",
                        result.report(),
                        Stream.of(Optional.of("%s is no longer pinned. The calendar decides again."
                                .formatted(names.bold(before.get().path())))));
    }

    /** The answer to a skip. */
    MessageEmbed skipped(OverrideResult result, EventSummary event, Optional<LocalDate> next) {
        var skip = result.after().skip(event.path());
        if (skip.isEmpty()) {
            return unchanged(result.report());
        }
        var wasSkipped = result.before().skip(event.path()).equals(skip);
        var wasPinned =
                result.before().pin().isPresent() && result.after().pin().isEmpty();
        return reply(
                "Skipped",
                result.report(),
                Stream.of(
                        Optional.of("%s is skipped %s."
                                .formatted(
                                        names.bold(event.path()),
                                        Dates.formatRange(skip.get().days()))),
                        next.map(day -> "Its next date is %s (%s).".formatted(Dates.format(day), Dates.relative(day))),
                        Optional.of("It was already skipped.").filter(sentence -> wasSkipped),
                        Optional.of("Its pin was removed.").filter(sentence -> wasPinned),
                        Optional.of("`/branding event unskip` undoes the skip.")));
    }

    /** The answer to an unskip. */
    MessageEmbed unskipped(OverrideResult result, EventSummary event) {
        var skip = result.before().skip(event.path());
        return skip.isEmpty() || result.after().skip(event.path()).isPresent()
                ? unchanged(result.report())
                : reply(
                        "Skip undone",
                        result.report(),
                        Stream.of(Optional.of("%s is in the calendar again %s."
                                .formatted(
                                        names.bold(event.path()),
                                        Dates.formatRange(skip.get().days())))));
    }

    /** The answer to a rotation. */
    MessageEmbed rotated(SyncReport report, AssetKind kind) {
        return report instanceof SyncReport.Synchronized synced
                ? reply(
                        headline(outcome(synced, kind), kind),
                        report,
                        otherOutcomes(synced, kind).stream().map(Optional::of))
                : unchanged(report);
    }

    private static AssetOutcome outcome(SyncReport.Synchronized report, AssetKind kind) {
        return switch (kind) {
            case BANNER -> report.banner();
            case ICON -> report.icon();
        };
    }

    private static String headline(AssetOutcome outcome, AssetKind kind) {
        if (outcome instanceof AssetOutcome.Applied applied) {
            return (applied.wasActive() ? "The %s was applied again" : "The %s was changed").formatted(kind.label());
        }
        return "The %s was not changed".formatted(kind.label());
    }

    private Optional<String> otherOutcomes(SyncReport.Synchronized report, AssetKind kind) {
        return Optional.of("%s has only this %s. Add another one to the repository to rotate."
                        .formatted(names.bold(report.event().path()), kind.label()))
                .filter(sentence -> outcome(report, kind) instanceof AssetOutcome.Unchanged
                        && report.event().assets(kind).size() == 1);
    }

    private static MessageEmbed unchanged(SyncReport report) {
        return embed("Nothing was changed", report, Embeds.details(report));
    }

    private static MessageEmbed reply(String title, SyncReport report, Stream<Optional<String>> sentences) {
        var lines = Stream.concat(sentences.flatMap(Optional::stream), Stream.of(Embeds.summaryLines(report)));
        return embed(title, report, lines.collect(joining("\n")));
    }

    private static MessageEmbed embed(String title, SyncReport report, String text) {
        var isHealthy = report instanceof SyncReport.Synchronized synced && synced.isComplete();
        return Embeds.addFindings(
                        Embeds.embed(isHealthy ? Embeds.SUCCESS_COLOR : Embeds.WARNING_COLOR, title)
                                .setDescription(Texts.cut(text, MessageEmbed.DESCRIPTION_MAX_LENGTH)),
                        problems(report))
                .build();
    }

    /** The findings of the active event; {@code /branding status} shows all others. */
    private static List<Finding> problems(SyncReport report) {
        return report instanceof SyncReport.Synchronized synced
                ? report.findings().stream()
                        .filter(finding ->
                                finding.path().startsWith(synced.event().path() + "/"))
                        .toList()
                : report.findings();
    }
}

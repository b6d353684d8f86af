package dev.brandingbot.cog.modlog;

import dev.brandingbot.cog.modlog.Alert.Urgency;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes alerts from the report of a check.
 *
 * @param pages returns the URL of the page for a path in the repository, if there is one
 */
public record AlertMapper(Function<String, Optional<String>> pages) {
    private static final int MAX_PATH_LENGTH = 120;

    /** Longer links would leave room for few alerts in a message. */
    private static final int MAX_LINK_LENGTH = 400;

    /** Links to a line. A rendered page has no lines. */
    private static final String LINE = "?plain=1#L";

    /** These are found only when an asset is applied, not at every check. */
    private static final Set<String> TRANSIENT =
            Set.of(FindingCode.ANIMATION_NOT_SUPPORTED.code(), FindingCode.REJECTED_BY_DISCORD.code());

    /** These concern images that are applied anyway. */
    private static final Set<String> RECOMMENDATIONS = Set.of(
            FindingCode.RESOLUTION_TOO_LOW.code(),
            FindingCode.RESOLUTION_TOO_HIGH.code(),
            FindingCode.WRONG_ASPECT_RATIO.code(),
            FindingCode.DUPLICATE.code(),
            FindingCode.NO_STILL_VARIANT.code());

    /** The message of these may change between checks without a new problem. */
    private static final Set<String> VARYING = Set.of(
            FindingCode.ANIMATION_NOT_SUPPORTED.code(),
            FindingCode.REJECTED_BY_DISCORD.code(),
            FindingCode.NO_ACTIVE_EVENT.code(),
            FindingCode.OVERLAP.code());

    /** The missing file of these has no page, but its folder has. */
    private static final Set<String> MISSING =
            Set.of(FindingCode.MISSING_META.code(), FindingCode.NO_BANNER.code(), FindingCode.NO_ICON.code());

    AlertSnapshot alerts(SyncReport report) {
        if (report instanceof SyncReport.NotDecided undecided) {
            return new AlertSnapshot(EnumSet.of(AlertSource.REPOSITORY), List.of(notChecked(undecided)));
        }
        var findings = report.findings().stream().map(this::alert);
        return report instanceof SyncReport.Synchronized synced
                ? new AlertSnapshot(
                        EnumSet.of(AlertSource.REPOSITORY, AlertSource.FINDINGS, AlertSource.ASSETS),
                        Stream.concat(findings, assetAlerts(synced)).toList())
                : new AlertSnapshot(EnumSet.of(AlertSource.REPOSITORY, AlertSource.FINDINGS), findings.toList());
    }

    private static Alert notChecked(SyncReport.NotDecided undecided) {
        return new Alert(
                AlertSource.REPOSITORY,
                "look",
                Urgency.IF_IT_LASTS,
                "The branding repository",
                "It could not be fetched, so the branding stays as it is. " + undecided.reason());
    }

    private Alert alert(Finding finding) {
        var details = new Alert.FindingDetails(finding.isError(), finding.line().orElse(0), finding.path());
        return new Alert(
                AlertSource.FINDINGS,
                id(finding),
                urgency(finding),
                headline(finding),
                finding.text(),
                Optional.of(details));
    }

    private static Urgency urgency(Finding finding) {
        if (RECOMMENDATIONS.contains(finding.code())) {
            return Urgency.WHEN_QUIET;
        }
        return TRANSIENT.contains(finding.code()) ? Urgency.IN_PASSING : Urgency.AT_ONCE;
    }

    /** Identifies a finding. A file may have several findings of one code, with different messages. */
    private static String id(Finding finding) {
        var id = finding.code() + " " + finding.path();
        return VARYING.contains(finding.code()) ? id : id + " " + finding.message();
    }

    private String headline(Finding finding) {
        return finding.code().equals(FindingCode.PINNED_EVENT_UNAVAILABLE.code())
                ? "The pin of " + link(finding)
                : link(finding);
    }

    private String link(Finding finding) {
        var name = "`%s`".formatted(Texts.cut(finding.path().replace('`', '\''), MAX_PATH_LENGTH));
        return page(finding)
                .filter(page -> page.length() <= MAX_LINK_LENGTH)
                .map(page -> "[%s](%s)".formatted(name, page))
                .orElse(name);
    }

    private Optional<String> page(Finding finding) {
        var path = finding.path();
        return pages.apply(MISSING.contains(finding.code()) ? path.substring(0, path.lastIndexOf('/')) : path)
                .map(page -> finding.line().map(number -> page + LINE + number).orElse(page));
    }

    private static Stream<Alert> assetAlerts(SyncReport.Synchronized report) {
        return Stream.of(
                        assetAlert(AssetKind.BANNER, report.banner()),
                        assetAlert(AssetKind.ICON, report.icon()),
                        assetAlert(report.announcement()))
                .flatMap(Optional::stream);
    }

    private static Optional<Alert> assetAlert(AssetKind kind, AssetOutcome outcome) {
        var headline = "The " + kind.label();
        if (outcome instanceof AssetOutcome.Failed failed) {
            return Optional.of(new Alert(
                    AlertSource.ASSETS,
                    kind.label(),
                    Urgency.IF_IT_LASTS,
                    headline,
                    "It could not be applied; the bot will retry. " + failed.reason()));
        }
        return outcome instanceof AssetOutcome.Skipped skipped
                ? Optional.of(new Alert(
                        AlertSource.ASSETS,
                        kind.label(),
                        Urgency.AT_ONCE,
                        headline,
                        "It could not be applied, so the previous one stays. " + skipped.reason()))
                : Optional.empty();
    }

    private static Optional<Alert> assetAlert(AnnouncementOutcome outcome) {
        return outcome instanceof AnnouncementOutcome.Failed failed
                ? Optional.of(new Alert(
                        AlertSource.ASSETS,
                        "announcement",
                        Urgency.IF_IT_LASTS,
                        "The announcement",
                        "It could not be sent; the bot will retry. " + failed.reason()))
                : Optional.empty();
    }
}

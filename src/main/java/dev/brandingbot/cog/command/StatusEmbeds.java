package dev.brandingbot.cog.command;

import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.cog.embed.Dates;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.state.LastCheck;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;

/**
 * The answer to {@code /branding status}.
 *
 * @param status what to show
 * @param names the names of events
 */
record StatusEmbeds(BrandingStatus status, EventNames names) {
    private static final int MAX_NAME_LENGTH = 100;

    /** The maximum length of each list, so that the embed stays below 6,000 characters. */
    private static final int MAX_LIST_LENGTH = 900;

    static MessageEmbed status(BrandingStatus status) {
        return new StatusEmbeds(status, new EventNames(status.schedule().events())).build();
    }

    private MessageEmbed build() {
        var embed = Embeds.embed(isHealthy() ? Embeds.SUCCESS_COLOR : Embeds.WARNING_COLOR, "Status")
                .setDescription(Texts.cut(activeEvent(), MAX_LIST_LENGTH));
        for (var kind : AssetKind.values()) {
            embed.addField(kind == AssetKind.BANNER ? "Banner" : "Icon", asset(kind), true);
        }
        embed.addField("Next change", nextEvent(), true);
        schedule(embed);
        addList(embed, "Pending", lastCheck().map(LastCheck::pending).orElse(List.of()));
        if (!status.problems().manualChanges().isEmpty()) {
            embed.addField(
                    "Changed manually", Embeds.manualChanges(status.problems().manualChanges()), false);
        }
        addList(embed, "Overrides by moderators", overrides());
        addList(
                embed,
                "Missing",
                status.problems().missingRequirements().stream()
                        .map(MissingRequirement::line)
                        .toList());
        status.problems().rateLimit().ifPresent(left -> embed.addField("GitHub requests", rateLimit(left), false));
        return withProblems(embed).build();
    }

    private boolean isHealthy() {
        return status.daemon().isOn()
                && status.problems().manualChanges().isEmpty()
                && lastCheck()
                        .map(last -> last.isInSync() && last.pending().isEmpty())
                        .orElse(true);
    }

    private Optional<LastCheck> lastCheck() {
        return status.problems().lastCheck();
    }

    private String activeEvent() {
        return status.applied()
                .event()
                .map(event -> "%s is active%s.".formatted(names.bold(event.path()), since()))
                .orElse("No event is active yet. `/branding sync` applies the event of the day.");
    }

    private String since() {
        return status.activeSince()
                .map(at -> " (applied " + Embeds.relative(at) + ")")
                .orElse("");
    }

    private String asset(AssetKind kind) {
        var slot = status.applied().asset(kind);
        var event = slot.eventPath().map(path -> " of " + names.bold(path)).orElse("");
        var name = slot.sha()
                .map(sha -> status.problems()
                        .snapshot()
                        .flatMap(snapshot -> assetName(snapshot, slot.eventPath(), kind, sha))
                        .map(file -> file + event)
                        .orElse("an image%s that is no longer in the repository".formatted(event)));
        return name.map(it -> it
                        + slot.rotatedAt()
                                .map(at -> ", applied " + Embeds.relative(at))
                                .orElse(""))
                .orElse("none yet");
    }

    private static Optional<String> assetName(Snapshot snapshot, Optional<String> path, AssetKind kind, String sha) {
        return path.flatMap(snapshot::event).stream()
                .flatMap(event -> event.assets(kind).stream())
                .filter(asset -> asset.sha().equals(sha))
                .map(Asset::name)
                .map(name -> MarkdownSanitizer.escape(Texts.cut(SafeText.toSingleLine(name), MAX_NAME_LENGTH)))
                .findFirst();
    }

    private String nextEvent() {
        var calendar = status.schedule().calendar();
        return calendar.nextChange(status.today())
                .map(day -> "%s, %s (%s)"
                        .formatted(
                                calendar.activeOn(day)
                                        .map(event -> names.bold(event.path()))
                                        .orElse("no event"),
                                Dates.format(day),
                                Dates.relative(day)))
                .orElse(isPinnedForever(calendar) ? "not until it is unpinned" : "none within a year");
    }

    private boolean isPinnedForever(EventCalendar<EventSummary> calendar) {
        return calendar.pinnedOn(status.today()).isPresent()
                && calendar.overrides().pin().flatMap(Pin::until).isEmpty();
    }

    private void schedule(EmbedBuilder embed) {
        var daemon = status.daemon();
        embed.addField("Daemon", daemon.isOn() ? "enabled" : "disabled (`/branding daemon enable` enables it)", true);
        embed.addField(
                "Last check",
                lastCheck().map(last -> Embeds.relative(last.at())).orElse("none yet"),
                true);
        daemon.next().ifPresent(at -> embed.addField("Next check", Embeds.relative(at), true));
    }

    private List<String> overrides() {
        var overrides = status.schedule().overrides();
        return Stream.concat(
                        overrides.pin().stream()
                                .map(pin -> "%s is pinned %s."
                                        .formatted(names.bold(pin.path()), OverrideEmbeds.duration(pin))),
                        overrides.skips().stream()
                                .filter(skip ->
                                        !status.today().isAfter(skip.days().last()))
                                .map(skip -> "%s is skipped %s."
                                        .formatted(names.bold(skip.path()), Dates.formatRange(skip.days()))))
                .toList();
    }

    private static void addList(EmbedBuilder embed, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            embed.addField(name, Texts.cut(String.join("\n", lines), MAX_LIST_LENGTH), false);
        }
    }

    private String rateLimit(RateLimitStatus left) {
        return left.resetAt().isBefore(status.now())
                ? String.format(Locale.ENGLISH, "All %,d requests left.", left.limit())
                : String.format(
                        Locale.ENGLISH,
                        "%,d of %,d requests left. The limit resets %s.",
                        left.remaining(),
                        left.limit(),
                        Embeds.relative(left.resetAt()));
    }

    /** Adds the findings of the last check or, if it had none, of the last snapshot. */
    private EmbedBuilder withProblems(EmbedBuilder embed) {
        return lastCheck()
                .filter(last -> !last.problems().isEmpty())
                .map(last -> Embeds.addFindings(embed, last.problems(), last.problemCount()))
                .orElseGet(() -> Embeds.addFindings(
                        embed,
                        status.problems().snapshot().map(Snapshot::findings).orElse(List.of())));
    }
}

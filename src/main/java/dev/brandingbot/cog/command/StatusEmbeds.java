package dev.brandingbot.cog.command;

import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.cog.embed.Dates;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.state.LastCheck;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;

/**
 * How it stands with the branding, in one answer.
 *
 * @param standing how it stands
 * @param names how events are called
 */
record StatusEmbeds(BrandingStatus standing, EventNames names) {
    private static final int LONGEST_NAME = 100;

    /** An embed takes 6,000 characters in all; so much is left to what is wrong, besides the findings. */
    private static final int ROOM = 900;

    static MessageEmbed of(BrandingStatus standing) {
        return new StatusEmbeds(standing, new EventNames(standing.plan().events())).status();
    }

    private MessageEmbed status() {
        var embed =
                Embeds.embed(isWell() ? Embeds.WELL : Embeds.TROUBLE, "Status").setDescription(Texts.cut(on(), ROOM));
        for (var kind : AssetKind.values()) {
            embed.addField(kind == AssetKind.BANNER ? "Banner" : "Icon", asset(kind), true);
        }
        embed.addField("Next change", next(), true);
        looks(embed);
        addList(embed, "Pending", look().map(LastCheck::pending).orElse(List.of()));
        if (!standing.trouble().byHand().isEmpty()) {
            embed.addField("Changed manually", Embeds.byHand(standing.trouble().byHand()), false);
        }
        addList(embed, "Overrides by moderators", adjusted());
        addList(
                embed,
                "Missing",
                standing.trouble().missing().stream()
                        .map(MissingRequirement::line)
                        .toList());
        standing.trouble().requestsLeft().ifPresent(left -> embed.addField("GitHub requests", inWords(left), false));
        return withProblems(embed).build();
    }

    private boolean isWell() {
        return standing.daemon().isOn()
                && standing.trouble().byHand().isEmpty()
                && look().map(last -> last.isInStep() && last.pending().isEmpty())
                        .orElse(true);
    }

    private Optional<LastCheck> look() {
        return standing.trouble().look();
    }

    private String on() {
        return standing.remembered()
                .event()
                .map(event -> "%s is active%s.".formatted(names.of(event.path()), since()))
                .orElse("No event is active yet. `/branding sync` applies the event of the day.");
    }

    private String since() {
        return standing.since()
                .map(at -> " (applied " + Embeds.relative(at) + ")")
                .orElse("");
    }

    private String asset(AssetKind kind) {
        var slot = standing.remembered().slot(kind);
        var event = slot.eventPath().map(path -> " of " + names.of(path)).orElse("");
        var name = slot.sha()
                .map(sha -> standing.trouble()
                        .repository()
                        .flatMap(snapshot -> named(snapshot, slot.eventPath(), kind, sha))
                        .map(file -> file + event)
                        .orElse("one%s that is no longer in the repository".formatted(event)));
        return name.map(it -> it
                        + slot.rotatedAt()
                                .map(at -> ", applied " + Embeds.relative(at))
                                .orElse(""))
                .orElse("none yet");
    }

    private static Optional<String> named(Snapshot snapshot, Optional<String> path, AssetKind kind, String sha) {
        return path.flatMap(snapshot::event).stream()
                .flatMap(event -> event.assets(kind).stream())
                .filter(asset -> asset.sha().equals(sha))
                .map(Asset::name)
                .map(name -> MarkdownSanitizer.escape(Texts.cut(SafeText.line(name), LONGEST_NAME)))
                .findFirst();
    }

    private String next() {
        var calendar = standing.plan().calendar();
        return calendar.nextSwitch(standing.today())
                .map(day -> "%s, %s (%s)"
                        .formatted(
                                calendar.onDay(day)
                                        .map(event -> names.of(event.path()))
                                        .orElse("no event"),
                                Dates.inWords(day),
                                Dates.relative(day)))
                .orElse("none within a year");
    }

    private void looks(EmbedBuilder embed) {
        var daemon = standing.daemon();
        embed.addField("Daemon", daemon.isOn() ? "on" : "off (`/branding daemon enable` turns it on)", true);
        embed.addField(
                "Last check", look().map(last -> Embeds.relative(last.at())).orElse("none yet"), true);
        daemon.next().ifPresent(at -> embed.addField("Next check", Embeds.relative(at), true));
    }

    private List<String> adjusted() {
        var adjustments = standing.plan().adjustments();
        return Stream.concat(
                        adjustments.pin().stream()
                                .map(pin -> "%s is pinned %s."
                                        .formatted(names.of(pin.path()), OverrideEmbeds.untilWords(pin))),
                        adjustments.skips().stream()
                                .filter(skip ->
                                        !standing.today().isAfter(skip.days().last()))
                                .map(skip -> "%s is skipped %s."
                                        .formatted(names.of(skip.path()), Dates.during(skip.days()))))
                .toList();
    }

    private static void addList(EmbedBuilder embed, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            embed.addField(name, Texts.cut(String.join("\n", lines), ROOM), false);
        }
    }

    private String inWords(RateLimitStatus left) {
        return left.resetAt().isBefore(standing.now())
                ? "All %s requests left.".formatted(left.limit())
                : "%s of %s requests left. The limit resets %s."
                        .formatted(left.remaining(), left.limit(), Embeds.relative(left.resetAt()));
    }

    /** What was wrong at the last look; where that could not look, what was wrong before. */
    private EmbedBuilder withProblems(EmbedBuilder embed) {
        return look().filter(last -> !last.problems().isEmpty())
                .map(last -> Embeds.withFindings(embed, last.problems(), last.problemCount()))
                .orElseGet(() -> Embeds.withFindings(
                        embed,
                        standing.trouble().repository().map(Snapshot::findings).orElse(List.of())));
    }
}

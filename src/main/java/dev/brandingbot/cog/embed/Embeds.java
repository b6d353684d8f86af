package dev.brandingbot.cog.embed;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.LastCheck;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Embeds for moderators, and for everybody whose command failed. */
public final class Embeds {
    /** Blurple, as Discord calls it. */
    public static final int DEFAULT_COLOR = 0x5865F2;

    public static final int SUCCESS_COLOR = 0x57F287;
    public static final int WARNING_COLOR = 0xFEE75C;

    private static final int MAX_LINE_LENGTH = 1000;

    private static final String NOTHING_CHANGED = "Nothing was changed";

    private Embeds() {}

    /** A member may not use the command. */
    public static MessageEmbed refusal() {
        return embed(WARNING_COLOR, "Only for moderators")
                .setDescription(
                        "Only members with Manage Server or one of the bot's moderator roles can use this command.")
                .build();
    }

    /** No event was ever applied. */
    public static MessageEmbed noActiveEvent() {
        return embed(WARNING_COLOR, "No event is active yet")
                .setDescription(
                        "A moderator can apply the event of the day with `/branding sync`, and keep the branding up to date"
                                + " with `/branding daemon enable`.")
                .build();
    }

    /** The calendar was never fetched. */
    public static MessageEmbed noCalendar() {
        return embed(WARNING_COLOR, "No events are known yet")
                .setDescription("A moderator can fetch them with `/branding calendar refresh`.")
                .build();
    }

    /** The command ended in an error. */
    public static MessageEmbed failure(String reason) {
        return embed(WARNING_COLOR, "That did not work")
                .setDescription(Texts.cut(reason, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                .build();
    }

    /** A moderator's command changed nothing. */
    public static MessageEmbed notChanged(String reason) {
        return embed(WARNING_COLOR, NOTHING_CHANGED)
                .setDescription(Texts.cut(reason, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                .build();
    }

    /** There is no event with the name that a member asked for. */
    public static MessageEmbed eventNotFound(String reason) {
        return embed(WARNING_COLOR, "Event not found")
                .setDescription(Texts.cut(reason, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                .build();
    }

    /** The calendar was fetched. */
    public static MessageEmbed refreshed(Snapshot snapshot) {
        var invalid = snapshot.invalidEvents().size();
        return addFindings(
                        embed(invalid == 0 ? SUCCESS_COLOR : WARNING_COLOR, "Calendar fetched")
                                .setDescription(counted(snapshot.events().size(), invalid)),
                        snapshot.findings())
                .build();
    }

    private static String counted(int usable, int invalid) {
        var events = usable == 1 ? "1 event can be used." : "%s events can be used.".formatted(usable);
        if (invalid == 0) {
            return events;
        }
        return events
                + (invalid == 1
                        ? " 1 event is left out because of errors."
                        : " %s events are left out because of errors.".formatted(invalid));
    }

    /** The result of a synchronization. */
    public static MessageEmbed synced(SyncReport report) {
        var isHealthy = report instanceof SyncReport.Synchronized synced && synced.isComplete();
        return addFindings(
                        embed(isHealthy ? SUCCESS_COLOR : WARNING_COLOR, headline(report))
                                .setDescription(details(report)),
                        report.findings())
                .build();
    }

    private static String headline(SyncReport report) {
        if (report instanceof SyncReport.Synchronized synced) {
            if (synced.isComplete()) {
                return "Up to date";
            }
            return synced.isInSync() ? "Partly up to date" : "Not up to date";
        }
        return NOTHING_CHANGED;
    }

    /** Describes which images were changed manually. */
    public static String manualChanges(Set<AssetKind> kinds) {
        var named = kinds.stream().sorted().map(AssetKind::label).collect(joining(" and the "));
        return (kinds.size() == 1
                        ? "The %s was changed manually. It stays until the next rotation; `/branding sync` restores the bot's."
                        : "The %s were changed manually. They stay until the next rotation; `/branding sync` restores the bot's.")
                .formatted(named);
    }

    /** Escapes a title for a line of Markdown. */
    public static String escapedTitle(String title) {
        return MarkdownSanitizer.escape(Texts.cut(title, MessageEmbed.TITLE_MAX_LENGTH));
    }

    public static EmbedBuilder embed(int color, String title) {
        return new EmbedBuilder().setColor(color).setTitle(title);
    }

    /** Describes a report below a title that says whether anything was changed. */
    public static String details(SyncReport report) {
        return report instanceof SyncReport.NotDecided undecided
                ? Texts.cut(undecided.reason(), MAX_LINE_LENGTH)
                : summaryLines(report);
    }

    /** Describes a report with one line per sentence. */
    public static String summaryLines(SyncReport report) {
        return lines(report.summaryLines());
    }

    /** Joins sentences with one line per sentence. */
    public static String lines(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> Texts.cut(sentence, MAX_LINE_LENGTH))
                .collect(joining("\n"));
    }

    /** Adds the findings in the repository, as far as there is room. */
    public static EmbedBuilder addFindings(EmbedBuilder embed, List<Finding> findings) {
        var problems = findings.stream()
                .map(finding -> new LastCheck.RecordedFinding(finding.isError(), finding.path(), finding.text()))
                .toList();
        return addFindings(embed, problems, problems.size());
    }

    /** Adds the recorded findings in the repository, of which there may be more than recorded. */
    public static EmbedBuilder addFindings(EmbedBuilder embed, List<LastCheck.RecordedFinding> problems, int count) {
        return problems.isEmpty()
                ? embed
                : embed.addField("Problems in the repository", new FindingsField(problems, count).text(), false);
    }

    /** Formats a moment so that Discord shows it relative to now: {@code in 3 days}. */
    public static String relative(Instant moment) {
        return TimeFormat.RELATIVE.format(moment);
    }
}

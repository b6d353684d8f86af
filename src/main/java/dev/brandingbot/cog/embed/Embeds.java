package dev.brandingbot.cog.embed;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.LastCheck;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What moderators read, and what anybody reads whose command could not be run. */
public final class Embeds {
    /** Blurple, as Discord calls it. */
    public static final int COLOUR = 0x5865F2;

    public static final int WELL = 0x57F287;
    public static final int TROUBLE = 0xFEE75C;

    private static final int LONGEST_SENTENCE = 1000;

    private Embeds() {}

    /** To a member who may not use the command. */
    public static MessageEmbed refusal() {
        return embed(TROUBLE, "Only for moderators")
                .setDescription(
                        "This command is for members with the permission Manage Server or one of this bot's moderator roles.")
                .build();
    }

    /** No event was ever applied. */
    public static MessageEmbed nothingOn() {
        return embed(TROUBLE, "No event is active yet")
                .setDescription(
                        "A moderator can apply the event of the day with `/branding sync`, and keep the branding up to date"
                                + " with `/branding daemon enable`.")
                .build();
    }

    /** The calendar was never fetched. */
    public static MessageEmbed noCalendar() {
        return embed(TROUBLE, "No events are known yet")
                .setDescription("A moderator can fetch them with `/branding calendar refresh`.")
                .build();
    }

    /** The command ended in an error. */
    public static MessageEmbed failure(String reason) {
        return embed(TROUBLE, "That did not work")
                .setDescription(Texts.cut(reason, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                .build();
    }

    /** The calendar was fetched. */
    public static MessageEmbed refreshed(Snapshot snapshot) {
        var invalid = snapshot.broken().size();
        return withFindings(
                        embed(invalid == 0 ? WELL : TROUBLE, "Calendar fetched")
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

    /** A synchronisation. */
    public static MessageEmbed synced(SyncReport report) {
        var isWell = report instanceof SyncReport.Synchronized synchronised && synchronised.isWhole();
        return withFindings(
                        embed(isWell ? WELL : TROUBLE, headline(report)).setDescription(details(report)),
                        report.findings())
                .build();
    }

    private static String headline(SyncReport report) {
        if (report instanceof SyncReport.Synchronized synchronised) {
            if (synchronised.isWhole()) {
                return "Up to date";
            }
            return synchronised.isInStep() ? "Partly up to date" : "Not up to date";
        }
        return "Nothing was changed";
    }

    /** The daemon was switched. */
    public static MessageEmbed switched(boolean isOn) {
        return isOn
                ? embed(WELL, "The daemon is on")
                        .setDescription(
                                "Checking now, then at least every day after midnight UTC. This setting survives restarts.")
                        .build()
                : embed(TROUBLE, "The daemon is off")
                        .setDescription(
                                "The branding stays as it is. `/branding daemon enable` turns the daemon on again.")
                        .build();
    }

    /**
     * What the daemon did and will do.
     *
     * @param look the last look of whichever copy of the bot
     * @param event the event that is on
     * @param byHand of which kinds something is on that the bot did not put on
     */
    public static MessageEmbed status(
            DaemonStatus status, Optional<LastCheck> look, Optional<ActiveEvent> event, Set<AssetKind> byHand) {
        var isWell = status.isOn()
                && byHand.isEmpty()
                && look.filter(LastCheck::isInStep)
                        .filter(last -> last.pending().isEmpty())
                        .isPresent();
        var embed = embed(isWell ? WELL : TROUBLE, status.isOn() ? "The daemon is on" : "The daemon is off")
                .setDescription(described(status, look))
                .addField(
                        "Active event",
                        event.map(CalendarItem::title).map(Embeds::listed).orElse("none yet"),
                        true);
        look.ifPresent(last -> embed.addField("Last check", relative(last.at()), true));
        status.next().ifPresent(next -> embed.addField("Next check", relative(next), true));
        if (!byHand.isEmpty()) {
            embed.addField("Changed manually", byHand(byHand), false);
        }
        return withFindings(
                        embed,
                        look.map(LastCheck::problems).orElse(List.of()),
                        look.map(LastCheck::problemCount).orElse(0))
                .build();
    }

    private static String described(DaemonStatus status, Optional<LastCheck> look) {
        var isUnfinished = status.last()
                .filter(check -> check.report().isEmpty())
                .filter(check ->
                        look.filter(last -> last.at().isAfter(check.at())).isEmpty())
                .isPresent();
        return isUnfinished
                ? "A check is running, or the last one failed (see the log)."
                : look.map(last -> joined(last.sentences())).orElse("There was no check yet.");
    }

    /** Of which kinds something is on that the bot did not put on. */
    public static String byHand(Set<AssetKind> kinds) {
        var named = kinds.stream().sorted().map(AssetKind::word).collect(joining(" and the "));
        return (kinds.size() == 1
                        ? "The %s was changed manually. It stays until the next rotation; `/branding sync` restores the bot's."
                        : "The %s were changed manually. They stay until the next rotation; `/branding sync` restores the bot's.")
                .formatted(named);
    }

    /** A title in a line of Markdown. */
    static String listed(String title) {
        return MarkdownSanitizer.escape(Texts.cut(title, MessageEmbed.TITLE_MAX_LENGTH));
    }

    public static EmbedBuilder embed(int colour, String title) {
        return new EmbedBuilder().setColor(colour).setTitle(title);
    }

    /** A report below a headline that says whether anything was changed. */
    public static String details(SyncReport report) {
        return report instanceof SyncReport.NotDecided undecided
                ? Texts.cut(undecided.reason(), LONGEST_SENTENCE)
                : sentences(report);
    }

    /** A report, a line for each sentence. */
    public static String sentences(SyncReport report) {
        return joined(report.sentences());
    }

    /** A line for each sentence. */
    static String joined(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> Texts.cut(sentence, LONGEST_SENTENCE))
                .collect(joining("\n"));
    }

    /** Adds what is wrong with the repository, as far as there is room. */
    public static EmbedBuilder withFindings(EmbedBuilder embed, List<Finding> findings) {
        var problems = findings.stream()
                .map(finding -> new LastCheck.RecordedFinding(finding.isError(), finding.path(), finding.words()))
                .toList();
        return withFindings(embed, problems, problems.size());
    }

    /** {@code embed} with what was wrong in the repository, of which there may be more. */
    public static EmbedBuilder withFindings(EmbedBuilder embed, List<LastCheck.RecordedFinding> problems, int count) {
        return problems.isEmpty()
                ? embed
                : embed.addField("Problems in the repository", new FindingsField(problems, count).text(), false);
    }

    /** A moment as Discord renders it for each reader: {@code in 3 days}. */
    public static String relative(Instant moment) {
        return TimeFormat.RELATIVE.format(moment);
    }
}

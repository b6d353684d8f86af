package dev.brandingbot.cog;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.Dated;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What moderators read, and what anybody reads whose command could not be run. */
final class Replies {
    /** Blurple, as Discord calls it. */
    static final int COLOUR = 0x5865F2;

    private static final int WELL = 0x57F287;
    private static final int TROUBLE = 0xFEE75C;
    private static final int MOST_FINDINGS = 8;
    private static final int LONGEST_FINDING = 400;
    private static final int LONGEST_PATH = 200;
    private static final int ROOM_FOR_FINDINGS = MessageEmbed.VALUE_MAX_LENGTH - 50;
    private static final int LONGEST_SENTENCE = 1000;

    private Replies() {}

    /** To a member who may not use the command. */
    static MessageEmbed refusal() {
        return embed(TROUBLE, "Only for moderators")
                .setDescription(
                        "This command is for members with the permission Manage Server or with a moderator role of this bot.")
                .build();
    }

    /** No event was ever applied. */
    static MessageEmbed nothingOn() {
        return embed(TROUBLE, "No event is on yet")
                .setDescription(
                        "A moderator can put the event of the day on with `/branding sync`, and have it kept in step with"
                                + " `/branding daemon enable`.")
                .build();
    }

    /** The calendar was never fetched. */
    static MessageEmbed noCalendar() {
        return embed(TROUBLE, "No events are known yet")
                .setDescription("A moderator can fetch them with `/branding calendar refresh`.")
                .build();
    }

    /** The command ended in an error. */
    static MessageEmbed failure(String reason) {
        return embed(TROUBLE, "That did not work")
                .setDescription(Texts.cut(reason, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                .build();
    }

    /** The calendar was fetched. */
    static MessageEmbed refreshed(Snapshot snapshot) {
        var broken = snapshot.broken().size();
        return withFindings(
                        embed(broken == 0 ? WELL : TROUBLE, "The calendar was fetched")
                                .setDescription("Events that can be shown: %d. Left out because of errors: %d."
                                        .formatted(snapshot.events().size(), broken)),
                        snapshot.findings())
                .build();
    }

    /** A synchronisation. */
    static MessageEmbed synced(SyncReport report) {
        var isWell = report instanceof SyncReport.Synchronised synchronised && synchronised.isWhole();
        return withFindings(
                        embed(isWell ? WELL : TROUBLE, headline(report)).setDescription(sentences(report)),
                        report.findings())
                .build();
    }

    private static String headline(SyncReport report) {
        if (report instanceof SyncReport.Synchronised synchronised) {
            if (synchronised.isWhole()) {
                return "In step";
            }
            return synchronised.isInStep() ? "In step, as far as it goes" : "Not in step yet";
        }
        return "Nothing was changed";
    }

    /** The daemon was switched. */
    static MessageEmbed switched(boolean isOn) {
        return isOn
                ? embed(WELL, "The daemon is on")
                        .setDescription("It looks now, and again after every midnight UTC. It stays on over a restart.")
                        .build()
                : embed(TROUBLE, "The daemon is off")
                        .setDescription("What is on stays. `/branding daemon enable` switches it on again.")
                        .build();
    }

    /** What the daemon did and will do. */
    static MessageEmbed status(DaemonStatus status, Remembered remembered) {
        var report = status.last().flatMap(DaemonStatus.Check::report);
        var isWell = status.isOn() && report.map(SyncReport::isInStep).orElse(false);
        var embed = embed(isWell ? WELL : TROUBLE, status.isOn() ? "The daemon is on" : "The daemon is off")
                .setDescription(
                        status.last().isEmpty()
                                ? "It has not looked since the bot started."
                                : report.map(Replies::sentences)
                                        .orElse(
                                                "A look is under way, or the last one ended in an error, which the log holds."));
        embed.addField(
                "On now",
                remembered.event().map(Dated::title).map(Replies::listed).orElse("nothing yet"),
                true);
        status.last().ifPresent(check -> embed.addField("Last look", relative(check.at()), true));
        status.next().ifPresent(next -> embed.addField("Next look", relative(next), true));
        return withFindings(embed, report.map(SyncReport::findings).orElse(List.of()))
                .build();
    }

    private static String listed(String title) {
        return MarkdownSanitizer.escape(Texts.cut(title, MessageEmbed.TITLE_MAX_LENGTH));
    }

    private static EmbedBuilder embed(int colour, String title) {
        return new EmbedBuilder().setColor(colour).setTitle(title);
    }

    private static String sentences(SyncReport report) {
        return report.sentences().stream()
                .map(sentence -> Texts.cut(sentence, LONGEST_SENTENCE))
                .collect(joining("\n"));
    }

    private static EmbedBuilder withFindings(EmbedBuilder embed, List<Finding> findings) {
        if (findings.isEmpty()) {
            return embed;
        }
        var lines = fitting(findings);
        if (lines.size() < findings.size()) {
            lines.add("And %d more: the log names them all.".formatted(findings.size() - lines.size()));
        }
        return embed.addField("In the repository", String.join("\n", lines), false);
    }

    /** The first findings, as many as there is room for and as one cares to read. */
    private static List<String> fitting(List<Finding> findings) {
        var lines = new ArrayList<String>();
        var room = ROOM_FOR_FINDINGS;
        for (var finding : findings) {
            var line = line(finding);
            room -= line.length() + 1;
            if (room < 0 || lines.size() == MOST_FINDINGS) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    private static String line(Finding finding) {
        var mark = finding.isError() ? "❌" : "⚠️";
        return "%s `%s` %s"
                .formatted(
                        mark,
                        Texts.cut(finding.path().replace('`', '\''), LONGEST_PATH),
                        Texts.cut(finding.message(), LONGEST_FINDING));
    }

    private static String relative(Instant moment) {
        return TimeFormat.RELATIVE.format(moment);
    }
}

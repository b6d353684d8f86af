package dev.brandingbot.cog.embed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.brandingbot.state.LastCheck.RecordedFinding;
import dev.brandingbot.support.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * The findings in the repository as a field of an embed: one line per message, which may concern several files, as far as there
 * is room.
 *
 * @param problems the first findings
 * @param count the total number of findings
 */
record FindingsField(List<RecordedFinding> problems, int count) {
    private static final int MAX_LINES = 8;
    private static final int MAX_MESSAGE_LENGTH = 400;
    private static final int MAX_PATH_LENGTH = 200;
    private static final int MAX_LENGTH = MessageEmbed.VALUE_MAX_LENGTH - 100;

    /** Returns the lines, and how many findings were left out. */
    String text() {
        var lines = new ArrayList<String>();
        var room = MAX_LENGTH;
        var said = 0;
        for (var alike : folded()) {
            var line = line(alike);
            room -= line.length() + 1;
            if (room < 0 || lines.size() == MAX_LINES) {
                break;
            }
            lines.add(line);
            said += alike.size();
        }
        if (said < count) {
            lines.add(
                    "…and %s more. `/branding event preview` shows all problems of one event.".formatted(count - said));
        }
        return String.join("\n", lines);
    }

    /** Groups findings that differ only in their file, in the order of the first ones. */
    private List<List<RecordedFinding>> folded() {
        return List.copyOf(problems.stream()
                .collect(groupingBy(
                        problem -> new RecordedFinding(problem.isError(), "", problem.message()),
                        LinkedHashMap::new,
                        toList()))
                .values());
    }

    private static String line(List<RecordedFinding> alike) {
        var first = alike.get(0);
        return "%s `%s`%s %s"
                .formatted(
                        first.isError() ? "❌" : "⚠️",
                        Texts.cut(first.path().replace('`', '\''), MAX_PATH_LENGTH),
                        alike.size() == 1 ? "" : " and %s more:".formatted(alike.size() - 1),
                        Texts.cut(first.message(), MAX_MESSAGE_LENGTH));
    }
}

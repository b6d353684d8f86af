package dev.brandingbot.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.brandingbot.repository.InspectionReport;
import dev.brandingbot.repository.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a report as Markdown to the summary of a GitHub job, which is at most 1 MiB.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary">Job
 *     summaries</a>
 */
public final class JobSummary {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String TRUNCATED = "\n…and more; see the log.\n";
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~@&-]");

    private JobSummary() {}

    /**
     * Appends a report to a file.
     *
     * @throws IOException if the file can't be written
     */
    public static void append(InspectionReport inspection, Path file) throws IOException {
        var used = Files.exists(file) ? Files.size(file) : 0;
        var text = truncate(lines(inspection), MAX_BYTES - used);
        Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> lines(InspectionReport inspection) {
        var lines = new ArrayList<String>();
        lines.add("## Branding\n\n" + escaped(ReportSummary.format(inspection)) + "\n");
        inspection.findings().stream()
                .collect(groupingBy(finding -> event(finding.path()), TreeMap::new, toList()))
                .forEach((event, findings) -> addEvent(event, findings, lines));
        inspection.obstacle().ifPresent(reason -> {
            lines.add("\n### Not inspected\n\n" + escaped(reason) + "\n\n");
            inspection.unreadPaths().forEach(path -> lines.add("- " + escaped(path) + "\n"));
        });
        return lines;
    }

    private static void addEvent(String event, List<Finding> findings, List<String> lines) {
        lines.add("\n### " + escaped(event) + "\n\n");
        findings.stream()
                .collect(groupingBy(
                        finding -> (finding.isError() ? "- ❌ " : "- ⚠️ ") + escapedMessage(finding.message()),
                        LinkedHashMap::new,
                        toList()))
                .forEach((text, alike) -> lines.add(text + places(event, alike) + "\n"));
    }

    private static String places(String event, List<Finding> alike) {
        return alike.stream()
                .map(finding -> finding.path()
                                .substring(Math.min(
                                        event.length() + 1, finding.path().length()))
                        + finding.line().map(line -> ", line " + line).orElse(""))
                .filter(place -> !place.isEmpty())
                .map(place -> "\n  - " + escaped(place))
                .collect(joining());
    }

    private static String event(String path) {
        return Stream.of(path.split("/", -1)).limit(2).collect(joining("/"));
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }

    /** Escapes a message, in which code between backticks is Markdown already. */
    private static String escapedMessage(String message) {
        var parts = message.split("`", -1);
        if (parts.length % 2 == 0) {
            return escaped(message);
        }
        return IntStream.range(0, parts.length)
                .mapToObj(index -> index % 2 == 0 ? escaped(parts[index]) : parts[index])
                .collect(joining("`"));
    }

    private static String truncate(List<String> lines, long maxBytes) {
        var text = new StringBuilder();
        var left = maxBytes - TRUNCATED.getBytes(UTF_8).length;
        for (var line : lines) {
            left -= line.getBytes(UTF_8).length;
            if (left < 0) {
                return maxBytes < TRUNCATED.getBytes(UTF_8).length ? "" : text + TRUNCATED;
            }
            text.append(line);
        }
        return text.toString();
    }
}

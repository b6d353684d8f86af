package dev.brandingbot.app.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.brandingbot.repository.InspectionReport;
import dev.brandingbot.repository.finding.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prints the report as commands to a GitHub workflow, which annotates the lines of a pull request. GitHub shows at most ten errors and
 * ten warnings of a step, so equal findings are combined, and those in changed files come first.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
public final class GitHubAnnotationsFormatter implements ReportFormatter {
    private static final int MAX_OTHERS = 5;

    private final Optional<Path> folder;
    private final Set<String> changedFiles;

    /**
     * @param folder the inspected folder, relative to the workflow's working folder; empty for a repository on GitHub
     * @param changedFiles the paths in the folder that the pull request changed; empty if unknown
     */
    public GitHubAnnotationsFormatter(Optional<Path> folder, Set<String> changedFiles) {
        this.folder = folder;
        this.changedFiles = Set.copyOf(changedFiles);
    }

    @Override
    public void print(InspectionReport inspection, PrintWriter out) {
        var unchangedLast = Comparator.comparing((Finding finding) -> !changedFiles.contains(finding.path()));
        var bySeverity = Comparator.comparing(Finding::isError).reversed();
        inspection.findings().stream()
                .sorted(bySeverity.thenComparing(unchangedLast))
                .collect(groupingBy(FindingKey::of, LinkedHashMap::new, toList()))
                .values()
                .forEach(alike -> out.println(command(alike)));
        inspection
                .obstacle()
                .ifPresent(reason -> out.println("::notice title=not-looked-at::" + data(notice(inspection, reason))));
        out.println(ReportSummary.format(inspection));
    }

    /** The key by which equal findings are combined. */
    private record FindingKey(boolean isError, String code, String message) {
        static FindingKey of(Finding finding) {
            return new FindingKey(finding.isError(), finding.code(), finding.message());
        }
    }

    /** Repeats the file in the message, because the log shows only the message of a command. */
    private String command(List<Finding> alike) {
        Finding finding = alike.get(0);
        String file = file(finding.path());
        String line = finding.line().map(number -> ",line=" + number).orElse("");
        return "::%s file=%s%s,title=%s::%s"
                .formatted(
                        finding.isError() ? "error" : "warning",
                        property(file),
                        line,
                        property(finding.code()),
                        data(file + ": " + finding.message() + others(alike)));
    }

    private String others(List<Finding> alike) {
        var places = alike.stream()
                .skip(1)
                .map(finding -> file(finding.path())
                        + finding.line().map(line -> ", line " + line).orElse(""))
                .toList();
        if (places.isEmpty()) {
            return "";
        }
        var more = places.size() > MAX_OTHERS ? "\n…and " + (places.size() - MAX_OTHERS) + " more" : "";
        return "\nAlso in:\n" + places.stream().limit(MAX_OTHERS).collect(joining("\n")) + more;
    }

    private String file(String path) {
        return folder.map(it -> it.resolve(path).normalize().toString().replace('\\', '/'))
                .orElse(path);
    }

    private static String notice(InspectionReport inspection, String reason) {
        return "Not inspected, because of the following: %s\n%s"
                .formatted(reason, String.join("\n", inspection.unreadPaths()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

package dev.brandingbot.app;

import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.Inspection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The report as commands to a GitHub workflow, which shows findings at the lines of a pull request.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
final class GitHubReport implements InspectionReport {
    private final Optional<Path> folder;

    /** @param folder the folder that was looked at, as seen from the workflow's working folder */
    GitHubReport(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public void print(Inspection inspection, PrintWriter out) {
        inspection.findings().forEach(finding -> out.println(command(finding)));
        inspection
                .obstacle()
                .ifPresent(reason -> out.println("::notice title=not-looked-at::" + data(notice(inspection, reason))));
        out.println(Totals.of(inspection));
    }

    /** With the file in the message, too: the log shows nothing else of a command. */
    private String command(Finding finding) {
        String file = file(finding.path());
        String line = finding.line().map(number -> ",line=" + number).orElse("");
        return "::%s file=%s%s,title=%s::%s"
                .formatted(
                        finding.isError() ? "error" : "warning",
                        property(file),
                        line,
                        property(finding.code()),
                        data(file + ": " + finding.message()));
    }

    private String file(String path) {
        return folder.map(it -> it.resolve(path).normalize().toString().replace('\\', '/'))
                .orElse(path);
    }

    private static String notice(Inspection inspection, String reason) {
        return "Not looked at, because of the following: %s\n%s"
                .formatted(reason, String.join("\n", inspection.unread()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

package dev.brandingbot.app.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.brandingbot.repository.InspectionReport;
import dev.brandingbot.repository.finding.Finding;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Prints the report for a terminal of 80 columns, with a paragraph for each event that has findings. */
public final class TextFormatter implements ReportFormatter {
    private static final int WIDTH = 80;
    private static final int SEVERITY_WIDTH = 11;
    private static final int MAX_UNREAD = 10;

    private final ColorScheme colors;

    /** @param colors the colors of the terminal */
    public TextFormatter(ColorScheme colors) {
        this.colors = colors;
    }

    @Override
    public void print(InspectionReport inspection, PrintWriter out) {
        inspection.findings().stream()
                .collect(groupingBy(finding -> event(finding.path()), TreeMap::new, toList()))
                .forEach((event, findings) -> print(event, findings, out));
        inspection.obstacle().ifPresent(reason -> printUnread(inspection.unreadPaths(), reason, out));
        out.println(styled(inspection.isValid() ? "bold" : "bold,red", ReportSummary.format(inspection)));
    }

    private static String event(String path) {
        return Stream.of(path.split("/", -1)).limit(2).collect(joining("/"));
    }

    private void print(String event, List<Finding> findings, PrintWriter out) {
        out.println(styled("bold", event));
        TextTable table = table();
        findings.stream().collect(groupingBy(Finding::message, LinkedHashMap::new, toList())).values().stream()
                .collect(groupingBy(alike -> places(event, alike), LinkedHashMap::new, toList()))
                .forEach((places, messages) -> add(
                        table,
                        places,
                        messages.stream().map(alike -> alike.get(0)).toList()));
        out.println(table);
    }

    /** Equal findings in several files are printed once. */
    private static String places(String event, List<Finding> alike) {
        return alike.stream()
                .map(finding -> place(event, finding))
                .filter(place -> !place.isEmpty())
                .collect(joining(", "));
    }

    private static String place(String event, Finding finding) {
        String file = finding.path()
                .substring(Math.min(event.length() + 1, finding.path().length()));
        return file + finding.line().map(line -> ", line " + line).orElse("");
    }

    /** Adds findings about the same files. */
    private void add(TextTable table, String places, List<Finding> findings) {
        Ansi.Text mark = mark(findings);
        if (!places.isEmpty()) {
            table.addRowValues(mark, text("bold", places));
            mark = text("", "");
        }
        for (Finding finding : findings) {
            table.addRowValues(mark, text("", finding.message()));
            mark = text("", "");
        }
    }

    private Ansi.Text mark(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError) ? text("red", "error") : text("yellow", "warning");
    }

    private void printUnread(List<String> paths, String reason, PrintWriter out) {
        out.println(styled("bold", ReportSummary.count(paths.size(), "image") + " could not be inspected"));
        TextTable table = table();
        table.addRowValues(text("", ""), text("", reason));
        paths.stream().limit(MAX_UNREAD).forEach(path -> table.addRowValues(text("", ""), text("", path)));
        if (paths.size() > MAX_UNREAD) {
            String others = "…and %s more; --format json lists them all".formatted(paths.size() - MAX_UNREAD);
            table.addRowValues(text("", ""), text("", others));
        }
        out.println(table);
    }

    private TextTable table() {
        TextTable table = TextTable.forColumns(
                colors,
                new Column(SEVERITY_WIDTH, 2, Column.Overflow.TRUNCATE),
                new Column(WIDTH - SEVERITY_WIDTH, 0, Column.Overflow.WRAP));
        table.indentWrappedLines = 0;
        return table;
    }

    private String styled(String style, String line) {
        return text(style, line).toString();
    }

    /** Applies a style without parsing picocli's markup, which a file name may contain. */
    private Ansi.Text text(String style, String plain) {
        return colors.apply(plain, style.isEmpty() ? List.of() : List.of(Ansi.Style.parse(style)));
    }
}

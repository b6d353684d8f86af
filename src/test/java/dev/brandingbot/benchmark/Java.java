package dev.brandingbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM to be measured.
 *
 * @param program its {@code java}
 * @param version its version, like {@code 17.0.15}
 */
record Java(Path program, String version) {
    private static final String CHOICE = "benchmark.java";
    private static final int FIRST_WITH_AOT_OPTIONS = 25;

    /** Returns the JVMs in the system property, separated by commas, or else the running one. */
    static List<Java> chosen() {
        var running = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var named = System.getProperty(CHOICE, "");
        return Arrays.stream((named.isBlank() ? running : named).split(","))
                .map(path -> Path.of(path.strip()))
                .map(path -> new Java(path, version(path)))
                .toList();
    }

    private static String version(Path program) {
        var release = program.resolveSibling("../release");
        try (var lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalArgumentException("No JDK or JRE is at " + program + ": check " + CHOICE + ".", e);
        }
    }

    /** The option that writes class data at the end of a training run. */
    String writing(Path classData) {
        return (hasAot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + classData;
    }

    /** The option that uses it. */
    String using(Path classData) {
        return (hasAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + classData;
    }

    /** The option that keeps a training run quiet. */
    String quietly() {
        return hasAot() ? "-Xlog:aot=error" : "-Xlog:cds=error,cds+dynamic=error";
    }

    String classData() {
        return hasAot() ? "AOT cache" : "class data sharing";
    }

    private boolean hasAot() {
        return Integer.parseInt(version.replaceAll("\\..*", "")) >= FIRST_WITH_AOT_OPTIONS;
    }

    /** A process that runs in {@code folder} and inherits nothing that would set up the bot or the JVM. */
    ProcessBuilder process(Path folder, List<String> options, String... arguments) {
        var words = new ArrayList<String>(List.of(program.toString()));
        Stream.concat(options.stream(), Arrays.stream(arguments)).forEach(words::add);
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().keySet().removeIf(Java::isSetting);
        return process;
    }

    private static boolean isSetting(String name) {
        return Stream.of("BRANDING_", "DISCORD_", "GITHUB_", "REDIS_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                .anyMatch(name::startsWith);
    }
}

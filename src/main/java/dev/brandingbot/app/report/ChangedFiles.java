package dev.brandingbot.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the files that the last commit of a Git working tree changed. In a pull request, that is its merge into the base branch. */
public final class ChangedFiles {
    private static final Logger log = LoggerFactory.getLogger(ChangedFiles.class);
    private static final long TIMEOUT_SECONDS = 10;

    private ChangedFiles() {}

    /**
     * Returns the paths of the changed files, relative to a folder. Blocks while Git runs.
     *
     * @param folder the working tree or a folder in it
     * @return empty if the folder is not in a working tree, its checkout has only one commit ({@code fetch-depth}), or Git is not installed
     */
    public static Set<String> find(Path folder) {
        try {
            var git = new ProcessBuilder(
                            "git", "diff", "--no-ext-diff", "--name-only", "-z", "--relative", "HEAD^1", "HEAD")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            var names = new String(git.getInputStream().readAllBytes(), UTF_8);
            var isDone = git.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
            return isDone && !names.isEmpty() ? Set.of(names.split("\0")) : Set.of();
        } catch (IOException noGit) {
            log.debug("Could not determine the changed files. folder={}", folder, noGit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Set.of();
    }
}

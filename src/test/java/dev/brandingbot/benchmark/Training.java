package dev.brandingbot.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the training run of the Docker image, and returns the resulting JVM options. */
final class Training {
    private static final int TIMEOUT_SECONDS = 120;

    private final Path jar;
    private final String options;

    /** @param options the file with the JVM's options */
    Training(Path jar, Path options) {
        this.jar = jar;
        this.options = "@" + options;
    }

    /** Writes class data into {@code folder}, and returns the options with which the image starts the bot. */
    List<String> optionsAfter(Java java, Path folder) throws IOException, InterruptedException {
        var classData = folder.resolve("class-data-" + java.version());
        var training =
                java.process(folder, List.of(), training(java, classData)).start();
        if (!training.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || training.exitValue() != 0) {
            training.destroyForcibly();
            throw new IllegalStateException("The training run did not end well");
        }
        return List.of(options, java.using(classData));
    }

    private String[] training(Java java, Path classData) {
        var words = new ArrayList<String>(List.of("-jar", jar.toString(), "with-fakes", "--"));
        words.addAll(List.of(java.program().toString(), options, java.quietly(), java.writing(classData)));
        words.addAll(List.of("-jar", jar.toString(), "run", "--once"));
        return words.toArray(String[]::new);
    }
}

package dev.brandingbot.sandbox;

import dev.brandingbot.app.BuildVersion;
import dev.brandingbot.app.CliCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code with-fakes -- COMMAND}: runs another program with settings that connect a bot in it to fakes with the sample events. */
@Command(
        name = "with-fakes",
        hidden = true,
        description = "Runs COMMAND with environment variables that connect a bot to fake Discord and GitHub servers.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class FakeServicesCommand implements CliCommand {
    @Parameters(arity = "1..*", paramLabel = "-- COMMAND", description = "The program and its arguments.")
    private List<String> command = new ArrayList<>();

    /** @return the exit status of the other program */
    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.create()) {
            var repository = folder.path().resolve("branding");
            SampleEvents.unpack(repository);
            try (var fakes = FakeServices.start(repository)) {
                var process = new ProcessBuilder(command).inheritIO();
                process.environment().putAll(fakes.environment(folder.path().resolve("data")));
                return process.start().waitFor();
            }
        }
    }
}

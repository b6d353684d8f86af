package dev.brandingbot.sandbox;

import dev.brandingbot.app.BuildVersion;
import dev.brandingbot.app.CliCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code stand-ins -- COMMAND}: runs another program, so that a bot in it meets the stand-ins and the sample events. */
@Command(
        name = "stand-ins",
        hidden = true,
        description = "Runs COMMAND with settings in its environment that lead to stand-ins for Discord and GitHub.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class FakeServicesCommand implements CliCommand {
    @Parameters(arity = "1..*", paramLabel = "-- COMMAND", description = "The program and its arguments.")
    private List<String> command = new ArrayList<>();

    /** @return the status of the other program */
    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.create()) {
            var repository = folder.path().resolve("branding");
            SampleEvents.unpack(repository);
            try (var standIns = FakeServices.start(repository)) {
                var process = new ProcessBuilder(command).inheritIO();
                process.environment().putAll(standIns.environment(folder.path().resolve("data")));
                return process.start().waitFor();
            }
        }
    }
}

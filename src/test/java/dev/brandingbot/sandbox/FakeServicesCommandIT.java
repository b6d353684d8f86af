package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FakeServicesCommandIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String MAIN = "dev.brandingbot.app.Main";

    @Test
    void connectsABotInAnotherProcess() {
        int status = run(JAVA, "-cp", System.getProperty("java.class.path"), MAIN, "run", "--once");

        assertThat(status).isZero();
    }

    @Test
    void passesOnTheStatusOfTheOtherProgram() {
        int status = run(JAVA, "-cp", System.getProperty("java.class.path"), MAIN, "run", "--no-such-option");

        assertThat(status).isEqualTo(2);
    }

    private static int run(String... command) {
        var arguments = new String[command.length + 1];
        arguments[0] = "--";
        System.arraycopy(command, 0, arguments, 1, command.length);
        return new CommandLine(new FakeServicesCommand()).execute(arguments);
    }
}

package dev.brandingbot.app;

import dev.brandingbot.app.settings.CliException;
import java.util.concurrent.Callable;

/**
 * A command of another package, found as a service: a class annotated for picocli with a public constructor without parameters. It
 * returns the exit status; a {@link CliException} ends the program with its message.
 */
public interface CliCommand extends Callable<Integer> {}

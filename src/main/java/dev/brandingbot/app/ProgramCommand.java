package dev.brandingbot.app;

import java.util.concurrent.Callable;

/**
 * A command of the program that comes from another package: a class annotated for picocli, with a public constructor without
 * parameters, named as a service. Calling it gives the exit status; a {@link StartException} ends the program with its message.
 */
public interface ProgramCommand extends Callable<Integer> {}

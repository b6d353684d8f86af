package dev.brandingbot.sandbox;

import java.nio.file.Path;

/**
 * The settings of a sandbox.
 *
 * @param folder the branding repository: the folder that contains {@code events/}
 * @param dataDir the folder for the bot's state
 * @param port the port of the fake Discord server, or 0 for any free one
 */
public record SandboxSettings(Path folder, Path dataDir, int port) {}

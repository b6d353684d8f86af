package dev.brandingbot.sandbox;

import java.nio.file.Path;

/**
 * What a sandbox starts with.
 *
 * @param folder the branding repository: the folder that holds {@code events/}
 * @param dataDir where the bot keeps its state
 * @param port the port of the stand-in for Discord, or 0 for any that is free
 */
public record SandboxSettings(Path folder, Path dataDir, int port) {}

package dev.brandingbot.state;

/**
 * The moderator who gave a command.
 *
 * @param memberId the member's id
 * @param command the command without the name of its root, like {@code event pin}
 */
public record Invoker(long memberId, String command) {}

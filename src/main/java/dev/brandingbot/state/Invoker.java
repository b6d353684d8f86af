package dev.brandingbot.state;

/**
 * The member who used a command.
 *
 * @param memberId the member's ID
 * @param command the command without {@code branding}, such as {@code event pin}
 */
public record Invoker(long memberId, String command) {}

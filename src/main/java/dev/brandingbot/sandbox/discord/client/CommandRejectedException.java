package dev.brandingbot.sandbox.discord.client;

/** Discord's client does not let a member send a command. The message is a sentence for the member. */
final class CommandRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandRejectedException(String message) {
        super(message);
    }
}

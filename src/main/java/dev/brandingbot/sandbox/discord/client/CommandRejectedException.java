package dev.brandingbot.sandbox.discord.client;

/** Thrown if Discord's client would not send a command. The message is a sentence for the member. */
final class CommandRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandRejectedException(String message) {
        super(message);
    }
}

package dev.brandingbot.sandbox.discord.gateway;

/** How the fake's gateway fails a connection. */
public enum GatewayFault {
    /** Answers 503 instead of opening a websocket, as a proxy does. */
    UNAVAILABLE,
    /** Breaks the connection off instead of opening a websocket. */
    CONNECTION_ABORTED,
    /** Closes the websocket before anything is said. */
    CLOSED_BEFORE_HELLO,
    /** Closes the websocket after the first message. */
    CLOSED_AFTER_HELLO,
    /** Breaks the connection off after the first message, without closing the websocket. */
    ABORTED_AFTER_HELLO,
    /** Accepts the session and then asks the bot to connect again. */
    RECONNECT_REQUESTED,
    /** Knows no session: each one is called invalid. */
    INVALID_SESSION
}

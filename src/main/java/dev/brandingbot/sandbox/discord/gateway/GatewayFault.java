package dev.brandingbot.sandbox.discord.gateway;

/** A way in which the fake gateway fails a connection. */
public enum GatewayFault {
    /** Responds with 503 instead of opening a websocket, as a proxy does. */
    UNAVAILABLE,
    /** Aborts the connection instead of opening a websocket. */
    CONNECTION_ABORTED,
    /** Closes the websocket before the first message. */
    CLOSED_BEFORE_HELLO,
    /** Closes the websocket after the first message. */
    CLOSED_AFTER_HELLO,
    /** Aborts the connection after the first message, without closing the websocket. */
    ABORTED_AFTER_HELLO,
    /** Accepts the session and then requests a reconnect. */
    RECONNECT_REQUESTED,
    /** Rejects every session as invalid. */
    INVALID_SESSION
}

package dev.brandingbot.sync.guild;

import java.util.function.BooleanSupplier;

/** The channel of a server where new events are announced. Implementations block until Discord answers, within a bound. */
public interface AnnouncementChannel {
    /**
     * Sends an announcement, unless the channel has it already.
     *
     * @param isHeld whether the lock on the server is still held; asked before each request that sends something
     * @return what became of it
     */
    DiscordResult announce(Announcement announcement, BooleanSupplier isHeld);

    /**
     * Checks whether an announcement could be sent now. Sends no request.
     *
     * @return success, or why it could not
     */
    DiscordResult check();
}

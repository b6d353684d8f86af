package dev.brandingbot.sync;

import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How things are when a check begins.
 *
 * @param now when that is
 * @param request what it is to do
 * @param applied what is applied
 * @param uncertainty the mark of a request whose result is unknown, if there is one
 * @param capabilities what the guild allows
 */
public record SyncInput(
        Instant now,
        SyncRequest request,
        AppliedBranding applied,
        Optional<String> uncertainty,
        GuildCapabilities capabilities) {
    /** The day, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}

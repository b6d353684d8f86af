package dev.brandingbot.sync;

import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The state of everything at the start of a check.
 *
 * @param now the start of the check
 * @param request what the check has to do
 * @param applied the recorded branding
 * @param uncertainty the mark of a request with an unknown result, if there is one
 * @param capabilities what the guild supports and permits
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

package dev.brandingbot.sync;

import dev.brandingbot.state.CurrentEvent;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What members are told when an event begins.
 *
 * @param event the event that is on now
 * @param nextSwitch the day on which something else will be on
 * @param nonce the same for every attempt at the same announcement, 25 characters at most
 */
public record Announcement(CurrentEvent event, Optional<LocalDate> nextSwitch, String nonce) {}

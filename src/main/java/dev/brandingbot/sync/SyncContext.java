package dev.brandingbot.sync;

import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.asset.AssetLoader;
import dev.brandingbot.sync.asset.AssetPlanner;
import dev.brandingbot.sync.guild.BrandedGuild;

/**
 * The collaborators of one check while it holds the lock.
 *
 * @param planner decides which assets are due
 * @param loader loads the first usable candidate
 * @param guild the guild
 * @param state the recorded branding
 */
public record SyncContext(AssetPlanner planner, AssetLoader loader, BrandedGuild guild, BrandingStore state) {}

package dev.brandingbot.sync;

import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.asset.AssetLoader;
import dev.brandingbot.sync.asset.AssetPlanner;
import dev.brandingbot.sync.guild.BrandedGuild;

/**
 * What one check works with while it holds the lock.
 *
 * @param planner decides which asset is due
 * @param loader finds one that can be used
 * @param guild the guild
 * @param state what is remembered
 */
public record SyncContext(AssetPlanner planner, AssetLoader loader, BrandedGuild guild, BrandingStore state) {}

package dev.brandingbot.sync;

import dev.brandingbot.state.BrandingState;
import dev.brandingbot.sync.asset.AssetPicker;
import dev.brandingbot.sync.asset.SlotPlanner;
import dev.brandingbot.sync.guild.BrandedGuild;

/**
 * What one check works with while it holds the lock.
 *
 * @param planner decides which asset is due
 * @param picker finds one that can be used
 * @param guild the guild
 * @param state what is remembered
 */
public record CheckTools(SlotPlanner planner, AssetPicker picker, BrandedGuild guild, BrandingState state) {}

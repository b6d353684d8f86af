package dev.brandingbot.sandbox.discord.model;

import java.util.Set;

/**
 * A member of the guild.
 *
 * @param id the user's ID
 * @param name the user's name
 * @param roleIds the IDs of the roles, except that of everyone
 */
public record FakeMember(long id, String name, Set<Long> roleIds) {
    public FakeMember {
        roleIds = Set.copyOf(roleIds);
    }
}

package dev.brandingbot.sandbox.discord.model;

import java.util.Set;

/**
 * A member of the guild.
 *
 * @param id the user's id
 * @param name the user's name
 * @param roleIds the roles besides everyone's
 */
public record FakeMember(long id, String name, Set<Long> roleIds) {
    public FakeMember {
        roleIds = Set.copyOf(roleIds);
    }
}

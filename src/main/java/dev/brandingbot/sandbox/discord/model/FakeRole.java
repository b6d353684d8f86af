package dev.brandingbot.sandbox.discord.model;

import java.util.Set;
import net.dv8tion.jda.api.Permission;

/**
 * A role of the guild. The role with the guild's own ID is that of everyone.
 *
 * @param id the ID
 * @param name the name
 * @param permissions the permissions
 */
public record FakeRole(long id, String name, Set<Permission> permissions) {
    public FakeRole {
        permissions = Set.copyOf(permissions);
    }
}

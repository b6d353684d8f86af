package dev.brandingbot.sandbox.discord.model;

import java.util.Set;
import net.dv8tion.jda.api.Permission;

/**
 * A role of the guild. The one that has the guild's own id is everyone's.
 *
 * @param id its id
 * @param name its name
 * @param permissions what it allows
 */
public record Role(long id, String name, Set<Permission> permissions) {
    public Role {
        permissions = Set.copyOf(permissions);
    }
}

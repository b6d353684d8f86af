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
public record FakeRole(long id, String name, Set<Permission> permissions) {
    public FakeRole {
        permissions = Set.copyOf(permissions);
    }
}

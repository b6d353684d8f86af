package dev.brandingbot.cog.command;

import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;

/**
 * Checks who may use the moderators' commands: members with Manage Server or one of the roles.
 *
 * @param roleIds the IDs of the moderator roles
 */
public record ModeratorCheck(Set<Long> roleIds) {
    public ModeratorCheck {
        roleIds = Set.copyOf(roleIds);
    }

    boolean isModerator(Member member) {
        return member.hasPermission(Permission.MANAGE_SERVER)
                || member.getUnsortedRoles().stream().anyMatch(role -> roleIds.contains(role.getIdLong()));
    }
}

package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import org.junit.jupiter.api.Test;

class ModeratorCheckTest {
    private static final ModeratorCheck MODERATORS = new ModeratorCheck(Set.of(7L, 8L));

    @Test
    void areMembersWithManageServer() {
        assertThat(MODERATORS.isModerator(member(true))).isTrue();
        assertThat(new ModeratorCheck(Set.of()).isModerator(member(true))).isTrue();
    }

    @Test
    void areMembersWithOneOfTheRoles() {
        assertThat(MODERATORS.isModerator(member(false, 1, 8))).isTrue();
    }

    @Test
    void areNobodyElse() {
        assertThat(MODERATORS.isModerator(member(false))).isFalse();
        assertThat(MODERATORS.isModerator(member(false, 1, 78))).isFalse();
        assertThat(new ModeratorCheck(Set.of()).isModerator(member(false, 7))).isFalse();
    }

    private static Member member(boolean canManage, long... roleIds) {
        var member = mock(Member.class);
        var roles = LongStream.of(roleIds).mapToObj(ModeratorCheckTest::role).collect(Collectors.toSet());
        when(member.hasPermission(Permission.MANAGE_SERVER)).thenReturn(canManage);
        when(member.getUnsortedRoles()).thenReturn(roles);
        return member;
    }

    private static Role role(long id) {
        var role = mock(Role.class);
        when(role.getIdLong()).thenReturn(id);
        return role;
    }
}

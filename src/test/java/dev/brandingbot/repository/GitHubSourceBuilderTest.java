package dev.brandingbot.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.brandingbot.repository.github.GitHubSource;
import java.time.Clock;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubSourceBuilderTest {
    @Test
    void namesAllProblemsAtOnce() {
        var builder = GitHubSource.builder("nothing")
                .branch("a branch")
                .token(Optional.of("hunter2 hunter2"))
                .apiUrl(HttpUrl.get("https://somebody:secret@example.org/"));

        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("""
                        The GitHubSource can't be built:
                        repository "nothing": give owner/name
                        branch "a branch": give a branch, like main
                        token holds spaces or other characters that no token holds: give a GitHub token, or none
                        apiUrl has a user name or a password: leave them out, and give a token
                        httpClient is missing: give an OkHttpClient
                        clock is missing: give a Clock, like Clock.systemUTC()""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "owner",
                "owner/",
                "/name",
                "owner/name/more",
                "owner/..",
                "owner/.",
                "o wner/name",
                "owner/na\nme"
            })
    void refusesWhatIsNoRepository(String repository) {
        assertThatIllegalStateException()
                .isThrownBy(() -> usable(repository).build())
                .withMessageContaining("repository \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-x", "a b", "a\n", "a:b", "a\\b"})
    void refusesWhatIsNoBranch(String branch) {
        assertThatIllegalStateException()
                .isThrownBy(() -> usable("owner/name").branch(branch).build())
                .withMessageContaining("branch \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "feature/one", "v1.2-x_y", "größe"})
    void acceptsOtherBranches(String branch) {
        assertThat(usable("owner/some.name-x_y").branch(branch).build().name())
                .isEqualTo("owner/some.name-x_y@" + branch);
    }

    @Test
    void refusesNullAtOnce() {
        var builder = usable("owner/name");

        assertThatNullPointerException().isThrownBy(() -> builder.branch(null)).withMessage("branch");
        assertThatNullPointerException().isThrownBy(() -> builder.token(null)).withMessage("token");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.httpClient(null))
                .withMessage("httpClient");
    }

    private static GitHubSource.Builder usable(String repository) {
        return GitHubSource.builder(repository).httpClient(new OkHttpClient()).clock(Clock.systemUTC());
    }
}

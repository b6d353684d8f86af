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
    void reportsAllProblemsAtOnce() {
        var builder = GitHubSource.builder("nothing")
                .branch("a branch")
                .token(Optional.of("hunter2 hunter2"))
                .apiUrl(HttpUrl.get("https://somebody:secret@example.org/"));

        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("""
            Cannot build the GitHubSource:
            Invalid repository "nothing". Use owner/name.
            Invalid branch "a branch". Use a branch name, e.g. main.
            Invalid token: it contains spaces or other characters that tokens do not have. Use a GitHub token, or none.
            Invalid apiUrl: it contains a user name or password. Remove them and set a token.
            Missing httpClient. Set an OkHttpClient.
            Missing clock. Set a Clock, e.g. Clock.systemUTC().\
            """);
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
    void rejectsInvalidRepository(String repository) {
        assertThatIllegalStateException()
                .isThrownBy(() -> usable(repository).build())
                .withMessageContaining("repository \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-x", "a b", "a\n", "a:b", "a\\b"})
    void rejectsInvalidBranch(String branch) {
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
    void rejectsNullImmediately() {
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

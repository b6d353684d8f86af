package dev.brandingbot.repository.github;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubUrlsTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, https://github.com",
        "https://api.github.com/, https://github.com",
        "https://github.example.org/api/v3, https://github.example.org",
        "https://github.example.org/api/v3/, https://github.example.org",
        "https://example.org/github/api/v3, https://example.org/github",
        "http://127.0.0.1:8080, http://127.0.0.1:8080"
    })
    void derivesWebUrlFromApiUrl(String api, String web) {
        assertThat(urls(api, "main").blobUrl("events/pride/meta.md"))
                .isEqualTo(web + "/owner/name/blob/main/events/pride/meta.md");
    }

    @Test
    void encodesUrlForMarkdown() {
        assertThat(urls("https://api.github.com", "release/2027").blobUrl("events/a (b)/100%?#é\\u000a.png"))
                .isEqualTo("https://github.com/owner/name/blob/release/2027/events/"
                        + "a%20%28b%29/100%25%3F%23%C3%A9%5Cu000a.png");
    }

    private static GitHubUrls urls(String api, String branch) {
        return new GitHubUrls(HttpUrl.get(api), "owner/name", branch);
    }
}

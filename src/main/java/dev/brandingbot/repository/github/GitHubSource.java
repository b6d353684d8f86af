package dev.brandingbot.repository.github;

import static java.util.Objects.requireNonNull;

import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.repository.source.TreeResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A branding repository on GitHub, read through its REST API. Safe for use by several threads; holds nothing that has to be
 * closed.
 */
public final class GitHubSource implements BrandingSource {
    /** How many requests are left to others, a bot at the same address perhaps, when everything is read. */
    private static final long RESERVE = 10;

    private static final String JSON = "application/vnd.github+json";

    private final String name;
    private final String branch;
    private final HttpUrl git;
    private final GitHubUrls pages;
    private final GitHubClient api;
    private final GitHubTimeouts patience;

    private final GitHubBlobs blobs;

    /** The end of the one fetch that this is for. */
    private final Optional<Deadline> deadline;

    private GitHubSource(Builder builder) {
        this.name = builder.repository + "@" + builder.branch;
        this.branch = builder.branch;
        this.git = builder.apiUrl
                .newBuilder()
                .addPathSegment("repos")
                .addPathSegments(builder.repository)
                .addPathSegment("git")
                .build();
        this.pages = new GitHubUrls(builder.apiUrl, builder.repository, builder.branch);
        this.patience = builder.timeouts;
        this.api = new GitHubClient(
                name,
                builder.token,
                requireNonNull(builder.httpClient, "httpClient"),
                requireNonNull(builder.clock, "clock"),
                builder.timeouts);
        this.blobs = new GitHubBlobs(git, api, patience);
        this.deadline = Optional.empty();
    }

    private GitHubSource(GitHubSource shared, Deadline deadline) {
        this.name = shared.name;
        this.branch = shared.branch;
        this.git = shared.git;
        this.pages = shared.pages;
        this.patience = shared.patience;
        this.api = shared.api;
        this.blobs = shared.blobs;
        this.deadline = Optional.of(deadline);
    }

    /**
     * Begins a source.
     *
     * @param repository {@code owner/name}
     */
    public static Builder builder(String repository) {
        return new Builder(repository);
    }

    @Override
    public BrandingSource forOneFetch() {
        return new GitHubSource(this, Deadline.in(patience.fetchTimeout()));
    }

    private Deadline deadline() {
        return deadline.orElseGet(() -> Deadline.in(patience.fetchTimeout()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public boolean isRateLimited() {
        return !api.usesToken();
    }

    @Override
    public Optional<RateLimitStatus> rateLimit() {
        return api.rateLimit();
    }

    @Override
    public Optional<String> webUrl(String path) {
        return Optional.of(pages.blobUrl(path));
    }

    @Override
    public TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException {
        var request = treeRequest(branch, true);
        etag.ifPresent(it -> request.header("If-None-Match", it));
        var end = deadline();
        var answer = api.get(request.build(), patience.requestTimeout(), end, GitHubResponses::recursive);
        if (answer.isEmpty()) {
            return new TreeResponse.NotModified();
        }
        var json = answer.get().tree();
        var entries = json.isTruncated() ? treeWalk(end).entries(json.sha()) : json.entries();
        return new TreeResponse.Changed(new RepositoryTree(entries, answer.get().etag()));
    }

    @Override
    public long remainingReads() {
        return api.rateLimit()
                .map(left -> Math.max(0, left.remaining() - RESERVE))
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public byte[] blob(TreeEntry entry) throws RepositoryUnavailableException {
        return blobs.get(entry, deadline());
    }

    @Override
    public void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException {
        blobs.getAll(entries, this::deadline, arrived);
    }

    /** The source's name; never its token. */
    @Override
    public String toString() {
        return "GitHubSource[" + name + "]";
    }

    private TreeWalker treeWalk(Deadline end) {
        return new TreeWalker((sha, prefix, isRecursive) -> api.get(
                treeRequest(sha, isRecursive).build(),
                patience.requestTimeout(),
                end,
                response -> GitHubResponses.listing(response, prefix)));
    }

    private Request.Builder treeRequest(String ref, boolean isRecursive) {
        var url = git.newBuilder().addPathSegment("trees").addPathSegment(ref);
        if (isRecursive) {
            url.addQueryParameter("recursive", "1");
        }
        return new Request.Builder().url(url.build()).header("Accept", JSON);
    }

    /** Builds a source. An HTTP client and a clock are required; the rest has a default. {@link #build} validates all values at once. */
    public static final class Builder {
        private static final Pattern REPOSITORY = Pattern.compile("[\\w-]+/(?!\\.\\.?$)[\\w.-]+");
        private static final Pattern BRANCH = Pattern.compile("(?!-)[^\\s\\p{Cntrl}~^:?*\\[\\\\]+");
        private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

        private final String repository;
        private @Nullable OkHttpClient httpClient;
        private @Nullable Clock clock;
        private String branch = "main";
        private Optional<String> token = Optional.empty();
        private HttpUrl apiUrl = HttpUrl.get("https://api.github.com");
        private GitHubTimeouts timeouts = GitHubTimeouts.DEFAULTS;

        private Builder(String repository) {
            this.repository = requireNonNull(repository, "repository");
        }

        /** The branch, instead of {@code main}. */
        public Builder branch(String branch) {
            this.branch = requireNonNull(branch, "branch");
            return this;
        }

        /** The token to send, instead of none. */
        public Builder token(Optional<String> token) {
            this.token = requireNonNull(token, "token");
            return this;
        }

        /** GitHub's REST base, instead of {@code https://api.github.com}; on Enterprise {@code https://HOST/api/v3}. */
        public Builder apiUrl(HttpUrl apiUrl) {
            this.apiUrl = requireNonNull(apiUrl, "apiUrl");
            return this;
        }

        /** The HTTP client, whose connections are shared; not closed by the source. */
        public Builder httpClient(OkHttpClient httpClient) {
            this.httpClient = requireNonNull(httpClient, "httpClient");
            return this;
        }

        /** The clock by which moments to look again are told. */
        public Builder clock(Clock clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /** How long GitHub is given. */
        Builder timeouts(GitHubTimeouts patience) {
            this.timeouts = patience;
            return this;
        }

        /**
         * Builds the source, which sends nothing yet.
         *
         * @throws IllegalStateException if something is missing or can't be used; the message has a line for each problem, and
         *     never the token
         */
        public GitHubSource build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The GitHubSource can't be built:\n" + String.join("\n", problems));
            }
            return new GitHubSource(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            addUnless(
                    REPOSITORY.matcher(repository).matches(),
                    problems,
                    "repository \"%s\": give owner/name".formatted(repository));
            addUnless(
                    BRANCH.matcher(branch).matches(),
                    problems,
                    "branch \"%s\": give a branch, like main".formatted(branch));
            addUnless(
                    token.filter(given -> !TOKEN.matcher(given).matches()).isEmpty(),
                    problems,
                    "token holds spaces or other characters that no token holds: give a GitHub token, or none");
            addUnless(
                    apiUrl.username().isEmpty() && apiUrl.password().isEmpty(),
                    problems,
                    "apiUrl has a user name or a password: leave them out, and give a token");
            addUnless(httpClient != null, problems, "httpClient is missing: give an OkHttpClient");
            addUnless(clock != null, problems, "clock is missing: give a Clock, like Clock.systemUTC()");
            return problems;
        }

        private static void addUnless(boolean isFine, List<String> problems, String problem) {
            if (!isFine) {
                problems.add(problem);
            }
        }
    }
}

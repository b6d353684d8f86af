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

/** A A branding repository on GitHub, read through the REST API. Thread-safe. Does not need to be closed. */
public final class GitHubSource implements BrandingSource {
    /** Requests per hour that reading all images leaves for others, such as another bot with the same IP address. */
    private static final long RESERVED_REQUESTS = 10;

    private static final String JSON = "application/vnd.github+tree";

    private final String name;
    private final String branch;
    private final HttpUrl gitUrl;
    private final GitHubUrls urls;
    private final GitHubClient client;
    private final GitHubTimeouts timeouts;

    private final GitHubBlobs blobs;

    /** The deadline if this source is for one fetch; otherwise each call has its own. */
    private final Optional<Deadline> deadline;

    private GitHubSource(Builder builder) {
        this.name = builder.repository + "@" + builder.branch;
        this.branch = builder.branch;
        this.gitUrl = builder.apiUrl
                .newBuilder()
                .addPathSegment("repos")
                .addPathSegments(builder.repository)
                .addPathSegment("git")
                .build();
        this.urls = new GitHubUrls(builder.apiUrl, builder.repository, builder.branch);
        this.timeouts = builder.timeouts;
        this.client = new GitHubClient(
                name,
                builder.token,
                requireNonNull(builder.httpClient, "httpClient"),
                requireNonNull(builder.clock, "clock"),
                builder.timeouts);
        this.blobs = new GitHubBlobs(gitUrl, client, timeouts);
        this.deadline = Optional.empty();
    }

    private GitHubSource(GitHubSource shared, Deadline deadline) {
        this.name = shared.name;
        this.branch = shared.branch;
        this.gitUrl = shared.gitUrl;
        this.urls = shared.urls;
        this.timeouts = shared.timeouts;
        this.client = shared.client;
        this.blobs = shared.blobs;
        this.deadline = Optional.of(deadline);
    }

    /**
     * Returns a builder for a source.
     *
     * @param repository {@code owner/name}
     */
    public static Builder builder(String repository) {
        return new Builder(repository);
    }

    @Override
    public BrandingSource forOneFetch() {
        return new GitHubSource(this, Deadline.startingNow(timeouts.fetchTimeout()));
    }

    private Deadline deadline() {
        return deadline.orElseGet(() -> Deadline.startingNow(timeouts.fetchTimeout()));
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
        return !client.usesToken();
    }

    @Override
    public Optional<RateLimitStatus> rateLimit() {
        return client.rateLimit();
    }

    @Override
    public Optional<String> webUrl(String path) {
        return Optional.of(urls.blobUrl(path));
    }

    @Override
    public TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException {
        var request = treeRequest(branch, true);
        etag.ifPresent(it -> request.header("If-None-Match", it));
        var deadline = deadline();
        var response = client.get(request.build(), timeouts.requestTimeout(), deadline, GitHubResponses::parseTree);
        if (response.isEmpty()) {
            return new TreeResponse.NotModified();
        }
        var tree = response.get().tree();
        var entries = tree.isTruncated() ? treeWalker(deadline).entries(tree.sha()) : tree.entries();
        return new TreeResponse.Changed(
                new RepositoryTree(entries, response.get().etag()));
    }

    @Override
    public long remainingReads() {
        return client.rateLimit()
                .map(status -> Math.max(0, status.remaining() - RESERVED_REQUESTS))
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public byte[] blob(TreeEntry entry) throws RepositoryUnavailableException {
        return blobs.fetch(entry, deadline());
    }

    @Override
    public void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException {
        blobs.fetchAll(entries, this::deadline, consumer);
    }

    /** Returns the name, never the token. */
    @Override
    public String toString() {
        return "GitHubSource[" + name + "]";
    }

    private TreeWalker treeWalker(Deadline deadline) {
        return new TreeWalker((sha, prefix, isRecursive) -> client.get(
                treeRequest(sha, isRecursive).build(),
                timeouts.requestTimeout(),
                deadline,
                response -> GitHubResponses.parseListing(response, prefix)));
    }

    private Request.Builder treeRequest(String ref, boolean isRecursive) {
        var url = gitUrl.newBuilder().addPathSegment("trees").addPathSegment(ref);
        if (isRecursive) {
            url.addQueryParameter("recursive", "1");
        }
        return new Request.Builder().url(url.build()).header("Accept", JSON);
    }

    /**
     * Builds a {@link GitHubSource}. The HTTP client and the clock are required. {@link #build} validates all values at
     * once.
     */
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

        /** Sets the branch. Default: {@code main}. */
        public Builder branch(String branch) {
            this.branch = requireNonNull(branch, "branch");
            return this;
        }

        /** Sets the token to send. Default: none. */
        public Builder token(Optional<String> token) {
            this.token = requireNonNull(token, "token");
            return this;
        }

        /**
         * Sets the base URL of the REST API. Default: {@code https://api.github.com}; GitHub Enterprise uses
         * {@code https://HOST/api/v3}.
         */
        public Builder apiUrl(HttpUrl apiUrl) {
            this.apiUrl = requireNonNull(apiUrl, "apiUrl");
            return this;
        }

        /** Sets the HTTP client whose connections are shared. The source does not close it. */
        public Builder httpClient(OkHttpClient httpClient) {
            this.httpClient = requireNonNull(httpClient, "httpClient");
            return this;
        }

        /** Sets the clock for rate limits and retry times. */
        public Builder clock(Clock clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /** Sets timeouts and retries, for tests. */
        Builder timeouts(GitHubTimeouts timeouts) {
            this.timeouts = timeouts;
            return this;
        }

        /**
         * Builds the source. Sends no request.
         *
         * @throws IllegalStateException if a value is missing or invalid; the message has one line per problem and
         *     never contains the token
         */
        public GitHubSource build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalStateException("Cannot build the GitHubSource:\n" + String.join("\n", problems));
            }
            return new GitHubSource(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            addUnless(
                    REPOSITORY.matcher(repository).matches(),
                    problems,
                    "Invalid repository \"%s\". Use owner/name.".formatted(repository));
            addUnless(
                    BRANCH.matcher(branch).matches(),
                    problems,
                    "Invalid branch \"%s\". Use a branch name, e.g. main.".formatted(branch));
            addUnless(
                    token.filter(it -> !TOKEN.matcher(it).matches()).isEmpty(),
                    problems,
                    "Invalid token: it contains spaces or other characters that tokens do not have. Use a GitHub"
                            + " token, or none.");
            addUnless(
                    apiUrl.username().isEmpty() && apiUrl.password().isEmpty(),
                    problems,
                    "Invalid apiUrl: it contains a user name or password. Remove them and set a token.");
            addUnless(httpClient != null, problems, "Missing httpClient. Set an OkHttpClient.");
            addUnless(clock != null, problems, "Missing clock. Set a Clock, e.g. Clock.systemUTC().");
            return problems;
        }

        private static void addUnless(boolean isValid, List<String> problems, String problem) {
            if (!isValid) {
                problems.add(problem);
            }
        }
    }
}

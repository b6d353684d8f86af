package dev.brandingbot.cog.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.sync.guild.DiscordResult;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordErrorTranslatorTest {
    @ParameterizedTest
    @CsvSource({
        "400, 50035, Invalid Form Body, true",
        "400, 50101, This server needs more boosts to perform this action, true",
        "403, 50101, This server needs more boosts to perform this action, true",
        "413, 40005, Request entity too large, true",
        "403, 50013, Missing Permissions, false",
        "403, 60003, Two factor is required for this operation, false",
        "404, 10003, Unknown Channel, false",
        "400, 20016, This action cannot be performed due to slowmode rate limit, false",
        "429, 0, You are being rate limited., false",
        "500, 0, 500: Internal Server Error, false",
    })
    void takeOnlyARefusalOfTheRequestItselfForFinal(int status, int code, String message, boolean isRefused) {
        var answer = answer(status, "{\"code\": %d, \"message\": \"%s\"}".formatted(code, message));

        assertThat(answer instanceof DiscordResult.Rejected).isEqualTo(isRefused);
        assertThat(answer.reason()).contains("Discord answered: " + message, "(" + code + ")");
    }

    @Test
    void nameTheFieldThatDiscordRefuses() {
        var answer = answer(400, """
                {"code": 50035, "message": "Invalid Form Body", "errors": {"banner": {"_errors":
                  [{"code": "BINARY_TYPE_MAX_SIZE", "message": "File cannot be larger than 10240.0 kb."}]}}}
                """);

        assertThat(answer.reason()).contains("banner: File cannot be larger than 10240.0 kb.");
    }

    /** The codes that were seen, and those that Discord's others suggest. */
    @ParameterizedTest
    @ValueSource(strings = {"AVATAR_RATE_LIMIT", "BANNER_RATE_LIMIT", "GUILD_ICON_RATE_LIMITED", "RENAMED_TOO_FAST"})
    void takeAFieldThatWasChangedTooOftenForALimit(String code) {
        var answer = answer(400, """
                {"code": 50035, "message": "Invalid Form Body", "errors": {"icon": {"_errors":
                  [{"code": "%s", "message": "You are changing your avatar too fast. Try again later."}]}}}
                """.formatted(code));

        assertThat(answer).isInstanceOf(DiscordResult.Failed.class);
        assertThat(((DiscordResult.Failed) answer).mayConcernOneOfTwo()).isTrue();
        assertThat(answer.reason()).contains("icon: You are changing your avatar too fast", "The limit is temporary.");
    }

    @Test
    void sayWhatToDo() {
        assertThat(answer(403, "{\"code\": 50013, \"message\": \"Missing Permissions\"}")
                        .reason())
                .contains("Check the permissions");
        assertThat(answer(403, "{\"code\": 50001, \"message\": \"Missing Access\"}")
                        .reason())
                .contains("Check the permissions");
        assertThat(answer(403, "{\"code\": 60003, \"message\": \"Two factor is required\"}")
                        .reason())
                .contains("two-factor", "owns the bot");
    }

    @Test
    void areShortWhenTheAnswerIsAWholePage() {
        var answer = answer(502, "<html>" + "x".repeat(100_000) + "</html>");

        assertThat(answer).isInstanceOf(DiscordResult.Failed.class);
        assertThat(answer.reason()).contains("502").hasSizeLessThan(1_000);
    }

    @Test
    void sayTheStatusWhenTheAnswerIsEmpty() {
        assertThat(answer(503, "").reason()).isEqualTo("Discord answered: HTTP 503 (503).");
    }

    @Test
    void sayThatDiscordCouldNotBeReached() {
        var response = new Response(new SocketTimeoutException("timeout"), Set.of());

        var answer = DiscordErrorTranslator.toResult(
                new ExecutionException(ErrorResponseException.create(ErrorResponse.SERVER_ERROR, response)));

        assertThat(answer).isInstanceOf(DiscordResult.Failed.class);
        assertThat(answer.reason())
                .contains("could not be reached", "timeout")
                .doesNotContain("Discord answered", "java.");
    }

    @Test
    void sayThatDiscordTookTooLong() {
        assertThat(DiscordErrorTranslator.toResult(new TimeoutException()).reason())
                .contains("did not answer in time");
        assertThat(DiscordErrorTranslator.toResult(new ExecutionException(new TimeoutException("x")))
                        .reason())
                .contains("did not answer in time");
    }

    @Test
    void nameAnythingElseThatHappened() {
        assertThat(DiscordErrorTranslator.toResult(new ExecutionException(new IllegalStateException("no such shard")))
                        .reason())
                .isEqualTo("The request to Discord failed: no such shard.");
        assertThat(DiscordErrorTranslator.toResult(new CancellationException()).reason())
                .isEqualTo("The request to Discord failed: CancellationException.");
    }

    private static DiscordResult.Unsuccessful answer(int status, String body) {
        var raw = new okhttp3.Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
        var response = new Response(raw, -1, Set.of());
        var object = response.optObject();
        var error = object.isPresent() ? ErrorResponse.fromJSON(object.get()) : ErrorResponse.SERVER_ERROR;
        return DiscordErrorTranslator.toResult(new ExecutionException(ErrorResponseException.create(error, response)));
    }
}

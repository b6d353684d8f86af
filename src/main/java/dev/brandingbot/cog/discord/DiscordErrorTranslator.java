package dev.brandingbot.cog.discord;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.support.FailureReason;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.guild.DiscordResult;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** Translates JDA's exceptions into results with a reason for moderators: Discord's message and what to do. */
final class DiscordErrorTranslator {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int INTERNAL_ERROR = 500;

    /** Slow mode, and the limits of messages in a channel or server. */
    private static final Set<Integer> MESSAGE_LIMITS = Set.of(20_016, 20_022, 20_028, 20_029);

    /** Discord's error codes for a field that was changed too often, like {@code AVATAR_RATE_LIMIT}. */
    private static final Pattern LIMIT = Pattern.compile(".*(RATE_?LIMIT|TOO_FAST|COOLDOWN).*");

    /** The guild lost a feature together with its boosts. */
    private static final int NEEDS_BOOSTS = 50_101;

    /** Long enough for a sentence from Discord, too short for a whole page of a proxy. */
    private static final int MAX_MESSAGE_LENGTH = 300;

    private DiscordErrorTranslator() {}

    static DiscordResult.Unsuccessful toResult(Exception exception) {
        var cause = exception instanceof ExecutionException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        if (cause instanceof ErrorResponseException error) {
            return toResult(error);
        }
        if (cause instanceof TimeoutException) {
            return new DiscordResult.Failed("Discord did not answer in time; it may be rate-limiting the bot.");
        }
        return new DiscordResult.Failed("The request to Discord failed: %s.".formatted(messageOf(cause)));
    }

    private static DiscordResult.Unsuccessful toResult(ErrorResponseException error) {
        var problem = error.getResponse().getException();
        if (problem != null) {
            return new DiscordResult.Failed("Discord could not be reached: %s.".formatted(messageOf(problem)));
        }
        var isLimited = isLimited(error);
        var reason = Stream.of(
                        "Discord answered: %s (%s)%s.".formatted(meaning(error), error.getErrorCode(), details(error)),
                        isLimited ? "The limit is temporary." : advice(error))
                .filter(sentence -> !sentence.isEmpty())
                .collect(joining(" "));
        return isAboutTheImages(error) && !isLimited
                ? new DiscordResult.Rejected(reason)
                : new DiscordResult.Failed(reason, isLimited || error.getResponse().code == INTERNAL_ERROR);
    }

    /** Whether a limit was reached. For an image that was changed too often, Discord reports an invalid form. */
    private static boolean isLimited(ErrorResponseException error) {
        return MESSAGE_LIMITS.contains(error.getErrorCode())
                || error.getSchemaErrors().stream()
                        .flatMap(schema -> schema.getErrors().stream())
                        .anyMatch(code -> LIMIT.matcher(code.getCode()).matches());
    }

    /** Whether Discord rejected the images. Other errors may be fixed by Discord or a moderator. */
    private static boolean isAboutTheImages(ErrorResponseException error) {
        var status = error.getResponse().code;
        return status == BAD_REQUEST || status == TOO_LARGE || error.getErrorCode() == NEEDS_BOOSTS;
    }

    /** Discord's message. JDA uses N/A for an answer without one. */
    private static String meaning(ErrorResponseException error) {
        var meaning = error.getMeaning();
        return meaning.isBlank() || meaning.equals("N/A")
                ? "HTTP " + error.getResponse().code
                : Texts.cut(meaning, MAX_MESSAGE_LENGTH);
    }

    private static String messageOf(Throwable cause) {
        return Texts.cut(FailureReason.of(cause), MAX_MESSAGE_LENGTH);
    }

    private static String details(ErrorResponseException error) {
        var details = error.getSchemaErrors().stream()
                .flatMap(schema -> schema.getErrors().stream()
                        .map(code -> schema.getLocation() + ": " + withoutPeriod(code.getMessage())))
                .collect(joining("; "));
        return details.isEmpty() ? "" : ", " + Texts.cut(details, MAX_MESSAGE_LENGTH);
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String advice(ErrorResponseException error) {
        return switch (error.getErrorResponse()) {
            case MISSING_PERMISSIONS, MISSING_ACCESS -> "Check the permissions of the bot's roles and of the channel.";
            case MFA_NOT_ENABLED ->
                "This server requires two-factor authentication for moderators: the account that owns the bot must enable it.";
            default -> "";
        };
    }
}

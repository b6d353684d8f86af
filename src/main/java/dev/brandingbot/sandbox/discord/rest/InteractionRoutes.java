package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.client.InteractionDispatcher;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeInteraction;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.discord.model.SnowflakeParser;
import dev.brandingbot.sandbox.discord.model.Uploads;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The routes for responses to interactions: {@code /interactions/…/callback} and {@code /webhooks/{application}/{token}}. */
public final class InteractionRoutes {
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int SUGGESTIONS = 8;
    private static final int MAX_CHOICES = 25;
    private static final int MAX_CHOICE_LENGTH = 100;

    private final FakeGuildState guild;
    private final InteractionDispatcher interactions;
    private final InteractionResponses answers;
    private final ListenerList listeners;
    private final Clock clock;

    public InteractionRoutes(
            FakeGuildState guild,
            InteractionDispatcher interactions,
            InteractionResponses answers,
            ListenerList listeners,
            Clock clock) {
        this.guild = guild;
        this.interactions = interactions;
        this.answers = answers;
        this.listeners = listeners;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes, String base) {
        routes.post(base + "/interactions/{interaction}/{token}/callback", this::callback);
        routes.post(base + "/webhooks/{application}/{token}", this::followUp);
        var message = base + "/webhooks/{application}/{token}/messages/{message}";
        routes.get(message, this::show);
        routes.patch(message, this::edit);
        routes.delete(message, this::delete);
    }

    private void callback(Context request) {
        var body = FakeHttpServer.body(request);
        var files = Uploads.parse(request);
        synchronized (guild) {
            var interaction = unanswered(request);
            var type = body.path("type").asInt();
            var message = respond(interaction, type, body.path("data"), files);
            if ("true".equals(request.queryParam("with_response"))) {
                FakeHttpServer.respond(request, 200, response(interaction, type, message));
            } else {
                request.status(204);
            }
        }
    }

    private FakeInteraction unanswered(Context request) {
        var interaction = interactions
                .find(request.pathParam("token"))
                .filter(known -> known.id() == SnowflakeParser.parse(request.pathParam("interaction")))
                .orElseThrow(DiscordApiException::unknownInteraction);
        if (interaction.isAcknowledged()) {
            throw DiscordApiException.of(400, 40060, "Interaction has already been acknowledged.");
        }
        if (interaction.isTooLateToAcknowledge(clock.instant())) {
            interaction.reply().complete(new InteractionResult.NoResponse());
            throw DiscordApiException.unknownInteraction();
        }
        return interaction;
    }

    private Optional<FakeMessage> respond(FakeInteraction interaction, int type, JsonNode data, Uploads files) {
        if ((interaction.kind() == FakeInteraction.Kind.AUTOCOMPLETE) != (type == SUGGESTIONS)
                || (interaction.source().isEmpty() && (type == DEFERRED_UPDATE || type == UPDATE))) {
            throw badType();
        }
        return switch (type) {
            case MESSAGE -> Optional.of(answers.answer(interaction, data, files));
            case DEFERRED_MESSAGE -> think(interaction, (data.path("flags").asInt() & FakeMessage.EPHEMERAL) != 0);
            case DEFERRED_UPDATE -> {
                interaction.recordAnswer(interaction.source().orElseThrow().id());
                yield Optional.empty();
            }
            case UPDATE -> Optional.of(update(interaction, data, files));
            case SUGGESTIONS -> suggest(interaction, data.path("choices"));
            default -> throw badType();
        };
    }

    private Optional<FakeMessage> think(FakeInteraction interaction, boolean isEphemeral) {
        interaction.defer(isEphemeral);
        listeners.notify(listener -> listener.interactionAcknowledged(interaction.id(), isEphemeral));
        return Optional.empty();
    }

    private FakeMessage update(FakeInteraction interaction, JsonNode data, Uploads files) {
        var shown = interaction.source().flatMap(source -> answers.message(source.id()));
        var updated =
                answers.edit(interaction, shown.orElseThrow(DiscordApiException::unknownMessage), orEmpty(data), files);
        interaction.recordAnswer(updated.id());
        return updated;
    }

    private static Optional<FakeMessage> suggest(FakeInteraction interaction, JsonNode choices) {
        var errors = new FormErrors();
        if (choices.size() > MAX_CHOICES) {
            errors.add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        for (var i = 0; i < choices.size(); i++) {
            errors.checkLength("data.choices." + i + ".name", choices.get(i).path("name"), 1, MAX_CHOICE_LENGTH);
        }
        errors.throwIfAny();
        interaction.defer(false);
        interaction
                .reply()
                .complete(new InteractionResult.Suggested(
                        StreamSupport.stream(choices.spliterator(), false).toList()));
        return Optional.empty();
    }

    private static ObjectNode response(FakeInteraction interaction, int type, Optional<FakeMessage> message) {
        var response = Json.object();
        response.putObject("interaction")
                .put("id", GuildJson.id(interaction.id()))
                .put("type", interaction.kind().type())
                .put("channel_id", GuildJson.id(interaction.channel().id()))
                .put("response_message_loading", type == DEFERRED_MESSAGE)
                .put("response_message_ephemeral", interaction.isDeferredEphemeral());
        var resource = response.putObject("resource").put("type", type);
        message.ifPresent(shown -> resource.set("message", shown.json()));
        return response;
    }

    private void followUp(Context request) {
        var body = FakeHttpServer.body(request);
        var files = Uploads.parse(request);
        synchronized (guild) {
            var message = answers.followUp(acknowledged(request), body, files);
            FakeHttpServer.respond(request, 200, message.json());
        }
    }

    private void show(Context request) {
        synchronized (guild) {
            FakeHttpServer.respond(
                    request, 200, message(acknowledged(request), request).json());
        }
    }

    private void edit(Context request) {
        var body = orEmpty(FakeHttpServer.body(request));
        var files = Uploads.parse(request);
        synchronized (guild) {
            var interaction = acknowledged(request);
            var isFirst = interaction.isDeferred() && isOriginal(request);
            var message = isFirst
                    ? answers.answer(interaction, body, files)
                    : answers.edit(interaction, message(interaction, request), body, files);
            FakeHttpServer.respond(request, 200, message.json());
        }
    }

    private void delete(Context request) {
        synchronized (guild) {
            var interaction = acknowledged(request);
            if (interaction.isDeferred() && isOriginal(request)) {
                interaction.reply().complete(new InteractionResult.Withdrawn());
            } else {
                answers.delete(interaction, message(interaction, request));
            }
            request.status(204);
        }
    }

    private FakeInteraction acknowledged(Context request) {
        var interaction = interactions
                .find(request.pathParam("token"))
                .filter(FakeInteraction::isAcknowledged)
                .orElseThrow(DiscordApiException::unknownWebhook);
        if (interaction.isExpired(clock.instant())) {
            throw DiscordApiException.of(401, 50027, "Invalid Webhook Token");
        }
        return interaction;
    }

    private FakeMessage message(FakeInteraction interaction, Context request) {
        var id = isOriginal(request)
                ? interaction.originalMessageId()
                : Optional.of(SnowflakeParser.parse(request.pathParam("message")));
        return id.flatMap(answers::message).orElseThrow(DiscordApiException::unknownMessage);
    }

    private static boolean isOriginal(Context request) {
        return request.pathParam("message").equals("@original");
    }

    private static JsonNode orEmpty(JsonNode data) {
        return data instanceof MissingNode ? Json.object() : data;
    }

    private static DiscordApiException badType() {
        return FormErrors.exception(
                "type", "BASE_TYPE_CHOICES", "This type is not a response to this kind of interaction.");
    }
}

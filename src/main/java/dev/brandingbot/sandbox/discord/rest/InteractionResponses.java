package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.client.MessageStore;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayEvent;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeInteraction;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.discord.model.Uploads;
import dev.brandingbot.sandbox.discord.validation.MessageValidator;
import java.util.Optional;

/** Creates and edits the messages with which the bot answers interactions. Guarded by the guild's lock. */
public final class InteractionResponses {
    private final FakeGuildState guild;
    private final MessageStore messages;
    private final Gateway gateway;
    private final ListenerList listeners;

    public InteractionResponses(FakeGuildState guild, MessageStore messages, Gateway gateway, ListenerList listeners) {
        this.guild = guild;
        this.messages = messages;
        this.gateway = gateway;
        this.listeners = listeners;
    }

    /** Creates the first answer, immediately or after thinking. */
    FakeMessage answer(FakeInteraction interaction, JsonNode data, Uploads files) {
        MessageValidator.validateNew(data, files);
        var message = create(interaction, data, files, interaction.isDeferredEphemeral());
        interaction.recordAnswer(message.id());
        notifyListeners(interaction, message);
        return message;
    }

    /** Creates another message after the answer. After thinking, the first follow-up is the answer. */
    FakeMessage followUp(FakeInteraction interaction, JsonNode data, Uploads files) {
        if (interaction.isDeferred()) {
            return answer(interaction, data, files);
        }
        MessageValidator.validateNew(data, files);
        var message = create(interaction, data, files, false);
        notifyListeners(interaction, message);
        return message;
    }

    FakeMessage edit(FakeInteraction interaction, FakeMessage before, JsonNode data, Uploads files) {
        MessageValidator.validateEdit(before, data, files);
        var after = messages.edit(before, data, files.inOrder());
        if (!after.isEphemeral()) {
            gateway.dispatch(GatewayEvent.MESSAGE_UPDATE, after.json());
        }
        notifyListeners(interaction, after);
        return after;
    }

    void delete(FakeInteraction interaction, FakeMessage message) {
        messages.delete(message);
        if (!message.isEphemeral()) {
            gateway.dispatch(GatewayEvent.MESSAGE_DELETE, MessageStore.deletionEvent(message, guild));
        }
        listeners.notify(listener -> listener.messageDeleted(message));
        interaction.reply().complete(new InteractionResult.Withdrawn());
    }

    Optional<FakeMessage> message(long id) {
        return messages.findAnywhere(id);
    }

    private FakeMessage create(FakeInteraction interaction, JsonNode data, Uploads files, boolean isEphemeral) {
        ObjectNode body = data.deepCopy();
        body.put("flags", data.path("flags").asInt() | (isEphemeral ? FakeMessage.EPHEMERAL : 0));
        var message = messages.create(interaction.channel().id(), guild.bot(), body, files.inOrder());
        if (!message.isEphemeral()) {
            gateway.dispatch(
                    GatewayEvent.MESSAGE_CREATE, message.copyOfJson().put("guild_id", GuildJson.id(guild.id())));
        }
        return message;
    }

    private void notifyListeners(FakeInteraction interaction, FakeMessage message) {
        listeners.notify(listener -> listener.interactionAnswered(interaction.id(), message));
        interaction.reply().complete(new InteractionResult.Answered(message));
    }
}

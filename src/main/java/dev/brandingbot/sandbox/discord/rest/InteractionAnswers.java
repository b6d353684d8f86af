package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.client.Messages;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayEvent;
import dev.brandingbot.sandbox.discord.model.Guild;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.Interaction;
import dev.brandingbot.sandbox.discord.model.Listeners;
import dev.brandingbot.sandbox.discord.model.Message;
import dev.brandingbot.sandbox.discord.model.Reply;
import dev.brandingbot.sandbox.discord.model.Uploads;
import dev.brandingbot.sandbox.discord.validation.MessageCheck;
import java.util.Optional;

/** The messages with which the bot answers interactions. Guarded by the guild's lock. */
public final class InteractionAnswers {
    private final Guild guild;
    private final Messages messages;
    private final Gateway gateway;
    private final Listeners listeners;

    public InteractionAnswers(Guild guild, Messages messages, Gateway gateway, Listeners listeners) {
        this.guild = guild;
        this.messages = messages;
        this.gateway = gateway;
        this.listeners = listeners;
    }

    /** The first answer, at once or after thinking. */
    Message answer(Interaction interaction, JsonNode data, Uploads files) {
        MessageCheck.created(data, files);
        var message = create(interaction, data, files, interaction.isThinkingEphemeral());
        interaction.answered(message.id());
        tell(interaction, message);
        return message;
    }

    /** One more message after the answer; the first one after thinking is the answer. */
    Message followUp(Interaction interaction, JsonNode data, Uploads files) {
        if (interaction.isThinking()) {
            return answer(interaction, data, files);
        }
        MessageCheck.created(data, files);
        var message = create(interaction, data, files, false);
        tell(interaction, message);
        return message;
    }

    Message edit(Interaction interaction, Message before, JsonNode data, Uploads files) {
        MessageCheck.edited(before, data, files);
        var after = messages.edit(before, data, files.inOrder());
        if (!after.isEphemeral()) {
            gateway.dispatch(GatewayEvent.MESSAGE_UPDATE, after.json());
        }
        tell(interaction, after);
        return after;
    }

    void delete(Interaction interaction, Message message) {
        messages.delete(message);
        if (!message.isEphemeral()) {
            gateway.dispatch(GatewayEvent.MESSAGE_DELETE, Messages.deletion(message, guild));
        }
        listeners.tell(listener -> listener.messageDeleted(message));
        interaction.reply().complete(new Reply.Withdrawn());
    }

    Optional<Message> message(long id) {
        return messages.anywhere(id);
    }

    private Message create(Interaction interaction, JsonNode data, Uploads files, boolean isEphemeral) {
        ObjectNode body = data.deepCopy();
        body.put("flags", data.path("flags").asInt() | (isEphemeral ? Message.EPHEMERAL : 0));
        var message = messages.create(interaction.channel().id(), guild.bot(), body, files.inOrder());
        if (!message.isEphemeral()) {
            gateway.dispatch(
                    GatewayEvent.MESSAGE_CREATE, message.copyOfJson().put("guild_id", GuildJson.id(guild.id())));
        }
        return message;
    }

    private void tell(Interaction interaction, Message message) {
        listeners.tell(listener -> listener.interactionAnswered(interaction.id(), message));
        interaction.reply().complete(new Reply.Answered(message));
    }
}

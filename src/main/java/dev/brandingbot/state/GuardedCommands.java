package dev.brandingbot.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * A list of commands that Redis runs only if a key has a certain value, as one script: no other client gets in between, and
 * one connection is enough. A command that fails ends the script. Responses are not available. Not thread-safe.
 */
final class GuardedCommands extends PipeliningBase {
    /** The number of its arguments precedes each command. The error of a failed command is returned as it is outside a script. */
    private static final byte[] SCRIPT = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then
                return 0
            end
            local index = 2
            while index <= #ARGV do
                local last = index + ARGV[index]
                local answer = redis.pcall(unpack(ARGV, index + 1, last))
                if type(answer) == 'table' and answer.err then
                    return answer
                end
                index = last + 1
            end
            return 1
            """.getBytes(UTF_8);

    private static final Long DONE = 1L;

    /** Redis has to know all keys of a script. The first one is compared. */
    private final Set<String> keys = new LinkedHashSet<>();

    private final List<byte[]> words = new ArrayList<>();

    GuardedCommands(String key, String value) {
        super(new CommandObjects(RedisProtocol.RESP2));
        keys.add(key);
        words.add(value.getBytes(UTF_8));
    }

    @Override
    protected <T> Response<T> appendCommand(CommandObject<T> command) {
        var arguments = command.getArguments();
        arguments.getKeys().forEach(key -> keys.add((String) key));
        words.add(Integer.toString(arguments.size()).getBytes(UTF_8));
        arguments.forEach(word -> words.add(word.getRaw()));
        return new Response<>(command.getBuilder());
    }

    /** Runs the commands and returns whether the key had the value. */
    boolean run(UnifiedJedis jedis) {
        var names = keys.stream().map(key -> key.getBytes(UTF_8)).toList();
        return DONE.equals(jedis.eval(SCRIPT, names, words));
    }
}

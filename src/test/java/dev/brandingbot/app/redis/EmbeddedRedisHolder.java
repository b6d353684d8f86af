package dev.brandingbot.app.redis;

import java.nio.file.Path;

/** A process that uses an embedded Redis until its input ends. Prints the server's URL when it is ready. */
final class EmbeddedRedisHolder {
    private EmbeddedRedisHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(Path.of(arguments[0]))) {
            System.out.println("ready " + redis.url());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    static Process start(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedRedisHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader()
                .lines()
                .filter(said -> said.startsWith("ready"))
                .findFirst()
                .orElseThrow();
        org.assertj.core.api.Assertions.assertThat(line).contains("127.0.0.1");
        return process;
    }
}

# syntax=docker/dockerfile:1

# The dependencies make a layer of their own, which changes with pom.xml only.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn --batch-mode --no-transfer-progress dependency:go-offline
COPY src src
RUN mvn --batch-mode --no-transfer-progress -DskipTests package

FROM eclipse-temurin:25-jre
# For those who start the image without a Redis: it gets security fixes, unlike the bundled one.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends redis-server \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin branding \
    && install --directory --owner branding --group branding --mode 0700 /data
WORKDIR /app
COPY --from=build /build/target/branding-bot.jar ./
COPY config config

COPY docker/jvm.options ./

# A training run writes down which classes are needed and how they are linked: the bot starts in a third of the time. It has to
# see the same jar, JVM and collector as the real run, and nothing else: the fakes of Discord and GitHub run in a JVM of their own.
# If the training run fails, the bot starts without the cache.
RUN java -jar branding-bot.jar with-fakes -- \
        java @jvm.options -Xlog:aot=error -XX:AOTCacheOutput=branding-bot.aot -jar branding-bot.jar run --once \
    || echo "The training run failed: no AOT cache."

# Without a UTF-8 locale, Java reads no file name and no variable outside ASCII.
ENV LC_ALL=C.UTF-8
ENV BRANDING_DATA_DIR=/data
VOLUME /data
USER branding
# The bot writes this file every 5 s as long as it is connected and its threads work.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD test -n "$(find "$BRANDING_DATA_DIR/heartbeat" -mmin -2 2>/dev/null)"
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=branding-bot.aot", "-jar", "branding-bot.jar"]
CMD ["run"]

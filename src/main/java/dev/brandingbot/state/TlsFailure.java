package dev.brandingbot.state;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Explains why a Redis server could not be reached over TLS. Java says "PKIX path building failed" and the like. */
public final class TlsFailure {
    private static final String UNTRUSTED =
            "Java does not trust the certificate of the Redis server. Add its CA to Java's"
                    + " truststore, or start Java with -Djavax.net.ssl.trustStore=FILE (in JAVA_TOOL_OPTIONS)";
    private static final String EXPIRED = "The certificate of the Redis server has expired. Renew it";
    private static final String NOT_YET_VALID =
            "The certificate of the Redis server is not valid yet. Check the clocks of both machines";
    private static final String OTHER_NAME =
            "The certificate of the Redis server is for another host name. Use a name in the URL"
                    + " for which it was issued";
    private static final String NO_TLS =
            "The Redis server does not use TLS on this port. Use redis:// in the URL, or its port for TLS";

    private TlsFailure() {}

    /** Returns what happened and what to do, without a period at the end; empty if {@code failure} has nothing to do with TLS. */
    public static Optional<String> explain(Throwable failure) {
        var causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().noneMatch(SSLException.class::isInstance)) {
            return Optional.empty();
        }
        return certificate(causes).or(() -> protocol(causes));
    }

    private static Optional<String> certificate(List<Throwable> causes) {
        var isCertificate = causes.stream().anyMatch(GeneralSecurityException.class::isInstance);
        if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
            return Optional.of(EXPIRED);
        }
        if (causes.stream().anyMatch(CertificateNotYetValidException.class::isInstance)) {
            return Optional.of(NOT_YET_VALID);
        }
        var isOtherName = causes.stream()
                .anyMatch(cause -> cause instanceof CertificateException
                        && String.valueOf(cause.getMessage()).startsWith("No "));
        if (isOtherName && causes.stream().noneMatch(CertPathBuilderException.class::isInstance)) {
            return Optional.of(OTHER_NAME);
        }
        return isCertificate ? Optional.of(UNTRUSTED) : Optional.empty();
    }

    private static Optional<String> protocol(List<Throwable> causes) {
        return causes.stream()
                        .filter(IOException.class::isInstance)
                        .anyMatch(cause -> String.valueOf(cause.getMessage())
                                .startsWith("Unsupported or unrecognized SSL message"))
                ? Optional.of(NO_TLS)
                : Optional.empty();
    }
}

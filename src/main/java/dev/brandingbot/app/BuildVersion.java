package dev.brandingbot.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Provides the text for {@code --version}: the version that the build wrote into the jar. */
public final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Optional<String> version =
                Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion());
        return new String[] {"branding-bot " + version.orElse("(not from a jar)")};
    }
}

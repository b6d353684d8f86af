package dev.brandingbot.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of the machine, without a window. Tests that need it are skipped, with a message, where there is none. */
public final class BrowserExtension implements BeforeAllCallback, AfterAllCallback {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private Optional<ChromeDriver> driver = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        var browser = BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        var chromedriver = onPath("chromedriver");
        assumeTrue(
                browser.isPresent() && chromedriver.isPresent(),
                "Skipped: no Chromium with ChromeDriver on the PATH (Debian: apt-get install chromium chromium-driver).");
        var options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                // Containers run tests as root, and often have a small /dev/shm.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-device-scale-factor=1",
                "--no-first-run");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        driver = Optional.of(new ChromeDriver(service, options));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        driver.ifPresent(ChromeDriver::quit);
    }

    /** The browser. */
    public ChromeDriver driver() {
        return driver.orElseThrow();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

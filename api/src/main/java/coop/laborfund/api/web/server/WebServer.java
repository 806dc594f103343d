package coop.laborfund.api.web.server;

import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.api.proof.Protections;
import coop.laborfund.api.proof.Sealer;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.projections.door.Following;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running server. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MOST_SAID = 50;

    private final ConfigurableApplicationContext context;
    private final OpenLedger ledger;

    private WebServer(ConfigurableApplicationContext context, OpenLedger ledger) {
        this.context = context;
        this.ledger = ledger;
    }

    /**
     * Starts to answer, seals the heads every so often and keeps the read tables up. The ledger belongs to the server from here
     * on: it is closed after the last request. Where the server cannot start it stays open; close it.
     *
     * @param requesters who asks over HTTP
     * @param port 0 for any that is free
     * @throws CannotListenException where the port is taken, or not allowed
     */
    public static WebServer start(OpenLedger ledger, Requesters requesters, String address, int port) {
        SpringApplication application = new SpringApplicationBuilder(WebApplication.class)
                .properties(Map.of("server.address", address, "server.port", port))
                .registerShutdownHook(false)
                .initializers(context -> register((GenericApplicationContext) context, ledger, requesters))
                .build();
        say(ledger);
        try {
            return new WebServer(application.run(), ledger);
        } catch (RuntimeException failed) {
            throw CannotListenException.isMeantBy(failed) ? new CannotListenException(failed) : failed;
        }
    }

    /** What of the database's protections and of the sealed lists is not as it was made; the server starts all the same. */
    private static void say(OpenLedger ledger) {
        try {
            Stream.concat(
                            ledger.part(Protections.class).differences().stream(),
                            ledger.part(Seals.class).missing().stream())
                    .limit(MOST_SAID)
                    .forEach(finding -> LOG.warn("{} · {}", finding.chinese(), finding.english()));
        } catch (IOException unreadable) {
            LOG.warn("the folder of sealed lists cannot be read", unreadable);
        }
    }

    private static void register(GenericApplicationContext context, OpenLedger ledger, Requesters requesters) {
        context.setParent(ledger.parts());
        context.registerBean(Requesters.class, () -> requesters);
        // Made first and so closed last, after whatever still records here.
        context.registerBean(
                Sealer.class,
                () -> Sealer.start(
                        ledger.part(Seals.class), Executors.newSingleThreadScheduledExecutor(), Sealer.EVERY));
        ledger.part(Following.class);
    }

    /** The port that it listens on. */
    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** The methods and paths that controllers answer below a path, {@code GET /api/v1/funds}; for tests. */
    public SortedSet<String> mappings(String below) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapping -> !mapping.getValue().getBeanType().getName().startsWith("org.springdoc."))
                .map(Map.Entry::getKey)
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(below))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        context.close();
        ledger.close();
    }
}

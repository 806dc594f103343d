package coop.laborfund.api.web.server;

import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.api.proof.Sealer;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.projections.axon.ReadModelProcessor;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running server. */
public final class WebServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts to answer. The node belongs to the server from here on: it is closed after the last request. Where the server
     * cannot start it may be closed already; close it again.
     *
     * @param seals signs the heads while the server runs
     * @param port 0 for any that is free
     */
    public static WebServer start(LedgerNode node, Seals seals, String address, int port) {
        SpringApplication application = new SpringApplicationBuilder(WebApplication.class)
                .properties(Map.of("server.address", address, "server.port", port))
                .registerShutdownHook(false)
                .initializers(context -> register((GenericApplicationContext) context, node, seals))
                .build();
        return new WebServer(application.run());
    }

    private static void register(GenericApplicationContext context, LedgerNode node, Seals seals) {
        // Beans are closed in the reverse order of their registration.
        context.registerBean(LedgerNode.class, () -> node);
        context.registerBean(Seals.class, () -> seals);
        context.registerBean(
                Sealer.class, () -> Sealer.start(seals, Executors.newSingleThreadScheduledExecutor(), Sealer.EVERY));
        context.registerBean(ReadModelProcessor.class, node::serve);
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
    }
}

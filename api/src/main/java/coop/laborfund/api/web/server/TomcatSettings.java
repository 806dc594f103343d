package coop.laborfund.api.web.server;

import coop.laborfund.api.importing.Workspace;
import coop.laborfund.api.web.problems.ProblemReportValve;
import coop.laborfund.api.web.problems.SafeHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What Tomcat is told beyond the properties. */
@Component
final class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Workspace folder;

    TomcatSettings(Workspace folder) {
        this.folder = folder;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        // An id may have a slash in it; in a path it is written %2F, which Tomcat refuses unless told to let it
        // through.
        tomcat.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        // A client that asks before it sends a file is told of the file's size before it has sent it.
        tomcat.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
        keepOutOfTheSystemsFolder(tomcat);
        tomcat.addEngineValves(new SafeHeaders(), new BodyGate());
        tomcat.setProtocol(WatchedConnections.class.getName());
        tomcat.addConnectorCustomizers(
                connector -> connector.setProperty("maxThreads", String.valueOf(BodyGate.THREADS)));
        tomcat.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            // Innermost, so that it answers before the one that Spring Boot adds.
            host.getPipeline().addValve(new ProblemReportValve());
        });
    }

    /** Where its own folders, with what is uploaded in them, would stay when the program is killed. */
    private void keepOutOfTheSystemsFolder(TomcatServletWebServerFactory tomcat) {
        try {
            tomcat.setBaseDirectory(folder.newFolder().toFile());
            tomcat.setDocumentRoot(folder.newFolder().toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

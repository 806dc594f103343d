package coop.laborfund.api.web.server;

import coop.laborfund.api.app.Authors;
import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.jobs.ImportJobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers share. */
@Configuration(proxyBeanMethods = false)
class WebBeans {

    /** Closed after the last request and before the ledger, which it depends on. */
    @Bean
    ImportJobs importJobs(LedgerNode node) {
        return new ImportJobs(() -> new Importer(node.ledger(), node.likes(), Authors.of("http")));
    }
}

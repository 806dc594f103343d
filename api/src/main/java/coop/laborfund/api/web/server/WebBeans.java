package coop.laborfund.api.web.server;

import coop.laborfund.api.app.DataFolder;
import coop.laborfund.api.importing.Workspace;
import coop.laborfund.api.jobs.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers share. */
@Configuration(proxyBeanMethods = false)
class WebBeans {

    /** Deleted when the server ends, or, where it is killed, by the next. */
    @Bean
    Workspace webFolder(DataFolder data) {
        return Workspace.under(data.path().toAbsolutePath());
    }

    /** Closed after the last request and before the ledger, which it depends on. */
    @Bean
    Jobs jobs() {
        return new Jobs();
    }
}

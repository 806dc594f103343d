package coop.laborfund.api.web.server;

import coop.laborfund.api.jobs.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers share. */
@Configuration(proxyBeanMethods = false)
class WebBeans {

    /** Closed after the last request and before the ledger, which it depends on. */
    @Bean
    Jobs jobs() {
        return new Jobs();
    }
}

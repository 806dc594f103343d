package coop.laborfund.projections.testing;

import coop.laborfund.ledger.testing.PureClassPath;
import org.junit.jupiter.api.Test;

class ClassPathTest {

    @Test
    void theFoldsBringNoAxonNoSpringNoDriverAndNoServlet() {
        PureClassPath.requireOfThisModule();
    }
}

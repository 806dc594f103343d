package coop.laborfund.ledger.docs;

import coop.laborfund.ledger.testing.PureClassPath;
import org.junit.jupiter.api.Test;

class ClassPathTest {

    @Test
    void theCoreBringsNoAxonNoSpringNoDriverAndNoServlet() {
        PureClassPath.requireOfThisModule();
    }
}

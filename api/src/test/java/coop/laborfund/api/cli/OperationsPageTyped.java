package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.Programs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The page for technicians typed as it stands, on a machine of its own, with the packaged program, which {@code mvn package} makes. Run
 * where it is named: it takes minutes, and programs that nothing else needs.
 */
class OperationsPageTyped {

    @Test
    @Timeout(1_800)
    void worksFromBeginningToEnd() throws Exception {
        for (String program :
                List.of("pgbackrest", "pg_ctlcluster", "nginx", "systemd-analyze", "unshare", "runuser")) {
            Programs.require(program);
        }
        assertThat(Programs.run("python3", "../.ci/operations-page.py"))
                .contains("没有发现不对 · nothing is wrong", "exit status 1");
    }
}

package coop.laborfund.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class IdsTest {

    private static String anyId(Randomly random) {
        StringBuilder id = new StringBuilder();
        for (int i = random.between(0, 4); i > 0; i--) {
            id.append(random.oneOf("1", "H", "h", "_", "户", "﨑", "（", "𠀀", "𪚥"));
        }
        return id.toString();
    }

    @Seeded
    void areOrderedByCodePointWhichIsTheOrderOfTheirBytes(Randomly random) {
        for (int i = 0; i < 1000; i++) {
            String left = anyId(random);
            String right = anyId(random);
            int byBytes = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

            assertThat(Integer.signum(Ids.ORDER.compare(left, right)))
                    .as("%s and %s", left, right)
                    .isEqualTo(Integer.signum(byBytes));
        }
    }
}

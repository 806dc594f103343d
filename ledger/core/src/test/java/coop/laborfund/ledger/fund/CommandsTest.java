package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThatCode;

import coop.laborfund.ledger.command.MovementCommand;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lest a command be forgotten: each has a test class that bears its name. */
class CommandsTest {

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasATestOfItsName(Class<?> command) {
        assertThatCode(() -> Class.forName("coop.laborfund.ledger.fund." + command.getSimpleName() + "Test"))
                .doesNotThrowAnyException();
    }

    static List<Class<?>> commands() {
        return leavesOf(MovementCommand.class);
    }

    private static List<Class<?>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(subtype -> leavesOf(subtype).stream())
                        .toList()
                : List.of(type);
    }
}

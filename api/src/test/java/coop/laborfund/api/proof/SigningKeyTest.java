package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
        SigningKey made = new KeyFolder(folder.resolve("data")).make();
        SigningKey again = new KeyFolder(folder.resolve("data")).make();

        assertThat(again.verifying().fingerprint())
                .isEqualTo(made.verifying().fingerprint())
                .matches("[0-9a-f]{64}");
        assertThat(made.verifying().verifies("村", again.sign("村"))).isTrue();
        assertThat(made.verifying().verifies("县", again.sign("村"))).isFalse();
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/signing-key.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(folder.resolve("data/public-key.pem")))
                .isEqualTo(made.verifying().pem());
        assertThat(KnownKey.of(folder.resolve("data/public-key.pem").toString()).fingerprint())
                .isEqualTo(made.verifying().fingerprint());
    }

    @Test
    void aDamagedOrMissingOneIsSaidToBe() throws Exception {
        KeyFolder keys = new KeyFolder(folder);
        assertThat(keys.isBare()).isTrue();
        keys.make();
        Path file = folder.resolve("signing-key.pem");
        String pem = Files.readString(file);

        Files.writeString(file, pem.substring(0, pem.length() / 2));
        assertThatThrownBy(() -> keys.present()).hasMessageContainingAll("已损坏", "damaged");

        Files.delete(file);
        assertThat(keys.present()).isEmpty();
        assertThat(keys.hasLostOne()).isTrue();

        Files.writeString(file, pem);
        Files.writeString(
                folder.resolve("public-key.pem"),
                SigningKey.generate().verifying().pem());
        assertThatThrownBy(() -> keys.present()).hasMessageContainingAll("不是一对", "does not belong");
    }
}

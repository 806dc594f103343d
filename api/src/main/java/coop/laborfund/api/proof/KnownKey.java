package coop.laborfund.api.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The fingerprint of a key that somebody knows from elsewhere. */
public record KnownKey(String fingerprint) {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");

    /**
     * @param fileOrFingerprint a fingerprint, spaces and colons allowed, or the name of a PEM file
     * @throws ProofException where it is neither
     */
    public static KnownKey of(String fileOrFingerprint) {
        String digits = fileOrFingerprint.replaceAll("[\\s:]", "");
        if (FINGERPRINT.matcher(digits).matches()) {
            return new KnownKey(digits.toLowerCase(Locale.ROOT));
        }
        try {
            String pem = Files.readString(Path.of(fileOrFingerprint), StandardCharsets.ISO_8859_1);
            return new KnownKey(VerifyingKey.ofPem(pem).fingerprint());
        } catch (IOException | InvalidPathException | GeneralSecurityException unreadable) {
            throw new ProofException(
                    "--key “" + fileOrFingerprint + "”既不是 64 位十六进制指纹,也不是公钥文件。",
                    "--key \"" + fileOrFingerprint
                            + "\" is neither a fingerprint of 64 hexadecimal digits nor a file with a" + " public key.",
                    unreadable);
        }
    }
}

package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.ShortCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that somebody knows from elsewhere.
 *
 * @param fingerprint 64 small hexadecimal digits, or the fingerprint's {@link ShortCode}
 */
public record KnownKey(String fingerprint) {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");

    /**
     * @param given a fingerprint, spaces and colons allowed, its short code, or the name of a PEM file
     * @throws ProofException where it is none of them
     */
    public static KnownKey of(String given) {
        String digits = given.replaceAll("[\\s:]", "");
        if (FINGERPRINT.matcher(digits).matches()) {
            return new KnownKey(digits.toLowerCase(Locale.ROOT));
        }
        Optional<ShortCode> code = ShortCode.read(given).filter(longer -> !longer.isOld());
        if (code.isPresent()) {
            return new KnownKey(code.get().text());
        }
        try {
            String pem = Files.readString(Path.of(given), StandardCharsets.ISO_8859_1);
            return new KnownKey(VerifyingKey.ofPem(pem).fingerprint());
        } catch (IOException | InvalidPathException | GeneralSecurityException unreadable) {
            throw new ProofException(
                    "--key “" + given + "”既不是 64 位十六进制指纹或它的短码,也不是公钥文件。",
                    "--key \"" + given
                            + "\" is neither a fingerprint of 64 hexadecimal digits nor the short code of one nor a file"
                            + " with a public key.",
                    unreadable);
        }
    }

    boolean isOf(VerifyingKey key) {
        return fingerprint.equals(key.fingerprint())
                || fingerprint.equals(ShortCode.of(key.fingerprint()).text());
    }
}

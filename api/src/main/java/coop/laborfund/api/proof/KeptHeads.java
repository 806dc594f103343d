package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.ShortCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Heads that somebody kept from earlier: files of any form that the program gives them in, or short codes from a notice. */
public final class KeptHeads {

    private static final long LARGEST_FILE = 64_000_000;

    private final List<KeptFile> files = new ArrayList<>();
    private final List<ShortCode> codes = new ArrayList<>();

    /** @throws ProofException where a file holds none */
    public static KeptHeads read(List<Path> files) {
        return of(files.stream().map(Path::toString).toList());
    }

    /**
     * Files, and codes as they were read or heard.
     *
     * @throws ProofException where one is neither
     */
    public static KeptHeads of(List<String> filesOrCodes) {
        KeptHeads kept = new KeptHeads();
        filesOrCodes.forEach(kept::add);
        return kept;
    }

    private void add(String fileOrCode) {
        Path file = path(fileOrCode);
        if (!Files.exists(file)) {
            Optional<ShortCode> code = ShortCode.read(fileOrCode);
            if (code.isPresent()) {
                codes.add(code.get());
                return;
            }
            if (ShortCode.isLikeOne(fileOrCode)) {
                throw new ProofException(
                        "--head “" + fileOrCode + "”像是短码,但抄错了:有一个字不对或两个字颠倒。请再对一遍。",
                        "--head \"" + fileOrCode
                                + "\" looks like a short code with a slip in it: a wrong letter, or two that changed places. Read it"
                                + " again.");
            }
        }
        read(file);
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException noPath) {
            throw unreadable(file, noPath);
        }
    }

    private void read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException("too large");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            files.add(KeptFile.parse(String.valueOf(file.getFileName()), text));
        } catch (IOException | IllegalArgumentException failed) {
            throw unreadable(file.toString(), failed);
        }
    }

    private static ProofException unreadable(String file, Exception cause) {
        return new ProofException(
                "文件 " + file + " 里读不出链头。--head 可以是 head.json、heads.json、seals 里的文件、heads --json 的输出,或公布过的短码。",
                "No head can be read from " + file
                        + ". --head takes a head.json, a heads.json, a file from seals/, the output of heads --json, or a"
                        + " short code that was published. (" + cause.getMessage() + ")",
                cause);
    }

    List<KeptFile> files() {
        return List.copyOf(files);
    }

    List<ShortCode> codes() {
        return List.copyOf(codes);
    }

    List<ChainCheck.Kept> all() {
        return files.stream().flatMap(file -> file.kept().stream()).toList();
    }

    List<ChainCheck.Kept> of(String fund) {
        return all().stream().filter(kept -> kept.head().fund().equals(fund)).toList();
    }

    boolean isEmpty() {
        return files.isEmpty() && codes.isEmpty();
    }

    /** Whether there is one that nobody could have made fit: the older codes are too short for that. */
    boolean isProof() {
        return !files.isEmpty() || codes.stream().anyMatch(code -> !code.isOld());
    }
}

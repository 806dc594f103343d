package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Heads that somebody kept from earlier, from files of any form that the program gives them in. */
public final class KeptHeads {

    private static final long LARGEST_FILE = 64_000_000;

    private final List<ChainCheck.Kept> heads = new ArrayList<>();

    /** @throws ProofException where a file holds none */
    public static KeptHeads read(List<Path> files) {
        KeptHeads kept = new KeptHeads();
        files.forEach(kept::add);
        return kept;
    }

    private void add(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException("too large");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (Head head : HeadJson.anyHeads(HeadJson.parse(text))) {
                heads.add(new ChainCheck.Kept(head, "留存的链头 " + name, "the kept head " + name));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ProofException(
                    "文件 " + file + " 里读不出链头。--head 可以是 head.json、heads.json、seals 里的文件或 heads --json 的输出。",
                    "No head can be read from " + file
                            + ". --head takes a head.json, a heads.json, a file from seals/ or the"
                            + " output of heads --json. (" + unreadable.getMessage() + ")",
                    unreadable);
        }
    }

    List<ChainCheck.Kept> all() {
        return List.copyOf(heads);
    }

    List<ChainCheck.Kept> of(String fund) {
        return heads.stream().filter(kept -> kept.head().fund().equals(fund)).toList();
    }

    boolean isEmpty() {
        return heads.isEmpty();
    }
}

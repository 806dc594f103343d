package coop.laborfund.api.proof;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;

/** Why nothing can be signed here, and what to do about it. */
final class KeyFaults {

    private KeyFaults() {}

    private static ProofException of(String chinese, String english) {
        return new ProofException(chinese, english);
    }

    static ProofException lost(Path file, Set<String> keys) {
        return of(
                "这个账本签过名,但签名密钥 " + file + " 不见了" + named(keys) + "。请从备份或原来的数据目录恢复该文件;真的找不回来了,用"
                        + " key declare --reason 理由 另立一把,旧签名仍然有效,但新旧之间没有签名相连,verify 会一直这样说明。",
                "This ledger has signed before, but its signing key " + file + " is missing" + named(keys)
                        + ". Restore it from a backup or from the data directory where it was; if it is lost for good, declare a new"
                        + " one with key declare --reason TEXT: old signatures stay good, but nothing signed links the two, and"
                        + " verify will always say so.");
    }

    static ProofException damaged(Path file, GeneralSecurityException cause) {
        return new ProofException(
                "签名密钥 " + file + " 已损坏。请从备份恢复该文件。",
                "The signing key " + file + " is damaged. Restore it from a backup. (" + cause.getMessage() + ")",
                cause);
    }

    static ProofException missing(Path file, KeyLink current) {
        return of(
                "这个账本的签名密钥指纹是 " + Fingerprint.both(current.fingerprint()) + ",但这里没有这把密钥(" + file
                        + " 不见了或不在这个数据目录)。查询照常;要签名(封存、查验包、serve),请用 --data 指到有它的数据目录,或把那里的"
                        + " signing-key.pem 和 public-key.pem 拷来,或从备份恢复。真的丢了:key declare --reason 理由。",
                "This ledger signs with the key " + Fingerprint.both(current.fingerprint()) + ", which is not here ("
                        + file
                        + " is missing, or this is another data directory). Questions are answered; to sign (seals, packs, serve)"
                        + " name the data directory that has it with --data, copy signing-key.pem and public-key.pem from there,"
                        + " or restore them from a backup. If it is lost: key declare --reason TEXT.");
    }

    static ProofException another(Path file, SigningKey here, Set<String> keys) {
        return of(
                "这个数据目录的密钥不是这个账本的" + named(keys) + ",而 " + file + " 是 "
                        + Fingerprint.both(here.verifying().fingerprint())
                        + "。一个账本只有一把密钥:请用 --data 指到原来的数据目录,或把那里的 signing-key.pem 和 public-key.pem 拷来;"
                        + "数据库弄错了就改 --url。原来的密钥真的丢了:key declare --reason 理由。",
                "The key of this data directory is not this ledger's" + named(keys) + ", and " + file + " is "
                        + Fingerprint.both(here.verifying().fingerprint())
                        + ". A ledger has one key: name the data directory that has it with --data, or copy signing-key.pem and"
                        + " public-key.pem from there; if the database is the wrong one, change --url. If the ledger's key is lost:"
                        + " key declare --reason TEXT.");
    }

    static ProofException replaced(Path file, KeyLink former, KeyLink current) {
        return of(
                "这个数据目录的密钥(第 " + former.number() + " 把)已在 " + current.since() + " 被第 " + current.number() + " 把 "
                        + Fingerprint.both(current.fingerprint()) + " 接替,不再签名。请把换密钥的那个数据目录里的 signing-key.pem 和"
                        + " public-key.pem 拷来,替换 " + file + "。",
                "The key of this data directory (number " + former.number() + ") was replaced at " + current.since()
                        + " by number " + current.number() + ", " + Fingerprint.both(current.fingerprint())
                        + ", and signs no more. Copy signing-key.pem and public-key.pem from the data directory where it was"
                        + " replaced over " + file + ".");
    }

    static ProofException setBack(Path file, Path kept, KeyLink current) {
        return of(
                "数据库里的密钥是第 " + current.number() + " 把 " + Fingerprint.both(current.fingerprint())
                        + ",在这个数据目录里它已被接替:数据库被恢复到了换密钥之前。确实要从那时接着记,请把 " + kept + " 拷回 " + file
                        + ",并删去 public-key.pem;否则请恢复较新的备份。",
                "The database has key number " + current.number() + ", " + Fingerprint.both(current.fingerprint())
                        + ", which was replaced in this data directory: the database was set back to before that. If you mean to"
                        + " go on from there, copy " + kept + " to " + file
                        + " and delete public-key.pem; otherwise restore a later backup.");
    }

    static ProofException replacedMeanwhile() {
        return of(
                "密钥正被另一个程序更换,这次没有换。请再看 key show。",
                "Another program is replacing the key; nothing was done. Look at key show.");
    }

    static ProofException notLost(Path file) {
        return of(
                "密钥没有丢(" + file + "),不必另立。要换一把,用 key rotate:旧密钥给新密钥签名,别人手里的指纹继续有效。",
                "The key is not lost (" + file
                        + "), so none is declared. To replace it use key rotate: the old one names the new one, and the"
                        + " fingerprints that people have stay good.");
    }

    private static String named(Set<String> keys) {
        return keys.isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ",
                                keys.stream().map(Fingerprint::both).sorted().toList()) + ")";
    }
}

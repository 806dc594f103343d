package coop.laborfund.api.postgres;

/** Why a data directory is not worked on: each time, a second PostgreSQL on the same files would lose what the first has recorded. */
final class DirectoryRefusals {

    private DirectoryRefusals() {}

    /** Its PostgreSQL lives and cannot be reached. */
    static DatabaseUnavailableException runsElsewhere(DataDirectory data, String seen) {
        return new DatabaseUnavailableException(
                "数据目录 " + data.path() + " 的 PostgreSQL 正在运行，但从这里连不上它（多半在另一个容器或进程空间里）。"
                        + "没有启动第二个：两个 PostgreSQL 同时写一个目录会丢失已经记录的业务。"
                        + "请在运行服务器的那个容器里执行命令，或先停止那里的服务器；不要删除 postmaster.pid。（" + seen + "）",
                "The PostgreSQL of the data directory " + data.path()
                        + " is running, and cannot be reached from here: most"
                        + " likely it runs in another container or process namespace. No second one was started: two"
                        + " of them on one directory lose what was recorded. Give the command in the container that"
                        + " the server runs in, or stop that server first; do not delete postmaster.pid. (" + seen
                        + ")",
                null);
    }

    /** Another program says that it uses the directory, and no PostgreSQL is seen. */
    static DatabaseUnavailableException usedElsewhere(DataDirectory data) {
        return new DatabaseUnavailableException(
                "数据目录 " + data.path() + " 正由另一个程序使用，但从这里连不上它的 PostgreSQL（它可能在另一个容器里，也可能正在恢复）。"
                        + "没有启动第二个：两个 PostgreSQL 同时写一个目录会丢失已经记录的业务。请稍后再试，或先停止那个程序。",
                "Another program is using the data directory " + data.path()
                        + ", and its PostgreSQL cannot be reached from"
                        + " here: it may run in another container, or be starting again. No second one was started:"
                        + " two of them on one directory lose what was recorded. Try again in a moment, or stop that"
                        + " program first.",
                null);
    }

    /** Nothing can be promised where locks fail. */
    static DatabaseUnavailableException withoutLocks(DataDirectory data, String words) {
        return new DatabaseUnavailableException(
                "数据目录 " + data.path() + " 所在的文件系统没有可用的文件锁，或这台机器没有 flock 程序（util-linux）；"
                        + "无法保证只有一个 PostgreSQL 在用它，因此不启动。请把数据目录放在本机磁盘上，或用 --url 连接外部数据库。（"
                        + words + "）",
                "The file system of the data directory " + data.path()
                        + " has no file locks that work, or this machine has no"
                        + " program flock (util-linux). Nothing would keep a second PostgreSQL off it, so none is"
                        + " started. Put the data directory on a disk of this machine, or use an external database"
                        + " with --url. (" + words + ")",
                null);
    }
}

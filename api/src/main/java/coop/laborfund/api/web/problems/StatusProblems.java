package coop.laborfund.api.web.problems;

import org.springframework.http.HttpStatus;

/** The problem of a mere status: what the server or Spring refuses before any code of ours has looked at it. */
public final class StatusProblems {

    private StatusProblems() {}

    public static Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            return of(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return of(known);
    }

    /** The database has no room left: the request is right, and so is sending it again once there is room. */
    public static Problem diskFull() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "DISK_FULL",
                "数据库所在的磁盘已满。请腾出空间后用同样的内容再试;同一凭证号再发一次是安全的。",
                "The database's disk is full. Make room, then try the same again; sending the same ref again is safe.");
    }

    private static Problem of(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN ->
                Problem.of(
                        status,
                        "FORBIDDEN",
                        "只接受本机发给本机地址的请求(Host、Origin)。",
                        "Only requests from this machine to its own address are answered (Host, Origin).");
            case NOT_FOUND -> Problem.of(status, "NOT_FOUND", "没有这个地址。", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        status,
                        "METHOD_NOT_ALLOWED",
                        "这个地址不支持这种请求方法,见 Allow。",
                        "This address does not answer this method; see Allow.");
            case NOT_ACCEPTABLE ->
                Problem.of(
                        status,
                        "NOT_ACCEPTABLE",
                        "不能以所要求的媒体类型(Accept)回答。",
                        "There is no answer in the media types that are accepted.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(
                        status,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "不认识内容的媒体类型(Content-Type)。",
                        "The content's media type is not one that is read here.");
            case CONTENT_TOO_LARGE -> Problem.of(status, "TOO_LARGE", "内容太大。", "The content is too large.");
            case SERVICE_UNAVAILABLE ->
                Problem.of(
                        status,
                        "UNAVAILABLE",
                        "账本暂时无法回答,请稍后用同样的内容再试;同一凭证号再发一次是安全的。",
                        "The ledger cannot answer just now. Try the same again later; sending the same ref again is safe.");
            default -> other(status);
        };
    }

    private static Problem other(HttpStatus status) {
        return status.is4xxClientError()
                ? Problem.of(status, "BAD_REQUEST", "请求的形式有误。", "The request is malformed.")
                : Problem.of(
                        status, "INTERNAL_ERROR", "程序出错了,请查看服务器日志。", "The program failed. The server's log says more.");
    }
}

package yunhe.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes back over the wire. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Reply(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    public static Reply json(int status, String body) {
        return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply of(int status, String type, byte[] body) {
        return new Reply(status, List.of(Map.entry("content-type", type)), body);
    }

    public static Reply redirect(String location) {
        return new Reply(303, List.of(Map.entry("location", location)), new byte[0]);
    }

    /** As the gateway itself answers. */
    public static Reply message(int status, String message) {
        return json(status, "{\"message\":\"" + message + "\"}");
    }

    public Reply with(String header, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new Reply(status, more, body);
    }
}

package yunhe.local.gateway;

import java.util.List;
import java.util.Map;

/** A request as it came over the wire: nothing decoded, nothing joined. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Incoming(
        String method,
        String path,
        String query,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        String protocol,
        String sourceIp) {}

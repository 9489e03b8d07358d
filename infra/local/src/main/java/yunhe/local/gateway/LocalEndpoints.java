package yunhe.local.gateway;

import java.util.Map;

/** What answers under /local, beside the template's routes. */
public interface LocalEndpoints {
    String PREFIX = "/local";

    Reply answer(Call call);

    /** One request: headers by lower-case name, the first value of each. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Call(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

        public String parameter(String name) {
            return query.getOrDefault(name, "");
        }
    }
}

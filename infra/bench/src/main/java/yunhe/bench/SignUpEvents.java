package yunhe.bench;

/** Sign-ups as people send them, and as the API hands them to the function. */
final class SignUpEvents {

    private SignUpEvents() {}

    /** The contract's example body, with one contact. */
    static String body(int person) {
        return """
            {"group":"women","locale":"zh","person":{"name":"韩梅梅","email":"guest%d@example.com",\
            "birthDate":"1998-03-01","organisation":"示例科技"},"answers":{"diet":"none"},"consent":true}\
            """.formatted(person);
    }

    /** The same in an API Gateway event, payload 2.0. */
    static String signUp(String gathering, int person) {
        var path = "/gatherings/" + gathering + "/registrations";
        return """
            {"version":"2.0","routeKey":"ANY /gatherings/{proxy+}","rawPath":"%s","rawQueryString":"",
             "headers":{"accept":"application/json","content-type":"application/json","host":"example.org",
                        "idempotency-key":"bench-%d","user-agent":"bench","x-forwarded-for":"192.0.2.1"},
             "requestContext":{"accountId":"000000000000","apiId":"bench","domainName":"example.org",
               "domainPrefix":"bench","requestId":"bench","routeKey":"ANY /gatherings/{proxy+}","stage":"$default",
               "http":{"method":"POST","path":"%s","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"bench"},
               "time":"01/Dec/2026:10:00:00 +0000","timeEpoch":1796119200000},
             "pathParameters":{"proxy":"%s/registrations"},"isBase64Encoded":false,"body":%s}\
            """.formatted(path, person, path, gathering, quoted(body(person)));
    }

    private static String quoted(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

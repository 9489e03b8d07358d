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
        return HttpEvents.request("POST", "/gatherings/" + gathering + "/registrations")
                .header("idempotency-key", "bench-" + person)
                .body(body(person));
    }
}

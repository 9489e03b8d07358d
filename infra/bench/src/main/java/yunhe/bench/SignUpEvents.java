package yunhe.bench;

/** Sign-ups as people send them, and as the API hands them to the function. */
final class SignUpEvents {

    private SignUpEvents() {}

    /** The contract's example body, with one contact. */
    static String body(String group, int person) {
        return """
            {"group":"%s","locale":"zh","person":{"name":"韩梅梅","email":"guest%d@example.com",\
            "birthDate":"1998-03-01","organisation":"示例科技"},"answers":{"diet":"none"},"consent":true}\
            """.formatted(group, person);
    }

    /** The same in an API Gateway event, payload 2.0. */
    static String signUp(String activity, String group, int person) {
        return HttpEvents.request("POST", activity + "/registrations")
                .header("idempotency-key", "bench-" + person)
                .body(body(group, person));
    }
}

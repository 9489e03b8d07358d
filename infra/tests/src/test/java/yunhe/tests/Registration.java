package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody's registration, with the first answer they got. */
record Registration(Activity activity, JsonNode first) {

    String id() {
        return first.path("id").asText();
    }

    String token() {
        return first.path("token").asText();
    }

    String ticket() {
        return first.path("ticket").asText();
    }

    String path() {
        return activity.signUpPath() + "/" + id();
    }

    JsonNode read() {
        return activity.service().get(path()).bearer(token()).expect(200).json();
    }

    String status() {
        return read().path("status").asText();
    }

    int position() {
        return read().path("waitlistPosition").asInt();
    }

    Call patch(Object json) {
        return activity.service().patch(path()).bearer(token()).json(json);
    }

    JsonNode cancel() {
        return activity.service().delete(path()).bearer(token()).expect(200).json();
    }

    /** The page, as the mail links it. */
    String page() {
        return "/m/" + id() + "?token=" + token();
    }
}

package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;

/** A stay in the hand of its guest. */
record Lodging(House house, String id, String token) {

    JsonNode read() {
        return house.service().get(path()).bearer(token).expect(200).json();
    }

    String status() {
        return read().path("status").asText();
    }

    Call patch(Object change) {
        return house.service().patch(path()).bearer(token).json(change);
    }

    Call cancel() {
        return house.service().delete(path()).bearer(token);
    }

    Call answer(String accept) {
        return house.service().post(path() + "/" + accept).bearer(token);
    }

    Call decide(String decision) {
        return house.service()
                .post("/admin/stays/" + id + "/decision")
                .as("organiser")
                .json(Json.object().put("decision", decision));
    }

    Call checkOut() {
        return house.service().post("/admin/stays/" + id + "/check-out").as("staff");
    }

    String path() {
        return "/stays/" + id;
    }
}

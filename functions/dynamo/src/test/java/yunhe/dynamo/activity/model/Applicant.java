package yunhe.dynamo.activity.model;

import java.util.List;

/**
 * Who signs up in one request.
 *
 * @param id of the registration that the request makes
 * @param contacts keys; the registration stands at the first, pointers at the others
 * @param becomes what a place makes of it
 */
record Applicant(int id, List<Integer> contacts, Status becomes) {
    int key() {
        return contacts.getFirst();
    }

    int contactSet() {
        return contacts.stream().mapToInt(contact -> 1 << contact).sum();
    }
}

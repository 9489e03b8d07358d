package yunhe.core.person;

import yunhe.core.shared.Base64Url;

/**
 * One contact of one person within one activity, as a keyed hash of {@value #BYTES} bytes: equal for equal contacts,
 * and of no use to anyone who does not hold the deployment's identity secret.
 */
public record PersonKey(String value) {

    public static final int BYTES = 13;

    public PersonKey {
        if (Base64Url.decode(value).filter(bytes -> bytes.length == BYTES).isEmpty()) {
            throw new IllegalArgumentException("not a person key");
        }
    }

    public byte[] bytes() {
        return Base64Url.decode(value).orElseThrow();
    }
}

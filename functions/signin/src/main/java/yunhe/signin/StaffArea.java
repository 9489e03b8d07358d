package yunhe.signin;

import yunhe.pages.SignInPage;
import yunhe.web.Role;

/**
 * A part of the site that staff sign in to. Its cookies live there and are worth nothing elsewhere.
 *
 * @param path where it begins, as in {@code /door}
 * @param role who may enter
 * @param page what whoever is not signed in sees instead
 */
public record StaffArea(String path, Role role, SignInPage page) {

    String start() {
        return path + "/sign-in";
    }

    /** The redirect URI without its host: the client's entry at the issuer has to list it. */
    String callback() {
        return path + "/callback";
    }

    String end() {
        return path + "/sign-out";
    }

    /** The name of one of its cookies, as in {@code door_session}. */
    String cookie(String purpose) {
        return path.substring(1) + "_" + purpose;
    }
}

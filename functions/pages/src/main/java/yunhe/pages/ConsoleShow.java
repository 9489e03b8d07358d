package yunhe.pages;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The roadshow that a page of the console is about.
 *
 * @param title in the page's language
 * @param zone its venue's, in which all its times are shown
 */
public record ConsoleShow(String id, String title, Instant startsAt, ZoneId zone) {

    /** Where its pages begin. */
    String path() {
        return ConsolePage.PATH + "/roadshows/" + id;
    }
}

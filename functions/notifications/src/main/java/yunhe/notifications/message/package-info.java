/**
 * How each message reads. The texts are files under {@code messages/}, one per kind and language, for translators; here
 * is what fills them. No store and no network.
 */
@NullMarked
package yunhe.notifications.message;

import org.jspecify.annotations.NullMarked;

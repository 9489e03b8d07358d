/**
 * What organisers are told in their group chats: how many signed up since the last time, in one message, not one for
 * each. Nobody's name, address or answer comes here.
 */
@NullMarked
package yunhe.notifications.digest;

import org.jspecify.annotations.NullMarked;

/**
 * Ways to a person: mail over SMTP, text messages through the operator's own gateway. They take what is written already
 * and know nothing of registrations, claims or records.
 */
@NullMarked
package yunhe.notifications.channel;

import org.jspecify.annotations.NullMarked;

/**
 * Where mails and short messages end: an SMTP server and a webhook that keep what they get for people and tests to see.
 */
@NullMarked
package yunhe.local.mailbox;

import org.jspecify.annotations.NullMarked;

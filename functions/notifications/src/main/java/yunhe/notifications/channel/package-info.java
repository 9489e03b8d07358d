/**
 * Ways to a person, and to a group of organisers: mail over SMTP or SES, text messages through the operator's own
 * gateway or SNS, robots of DingTalk, WeCom and Feishu. They take what is written already and know nothing of
 * registrations, claims or records. Each port has one contract, and every way keeps it.
 */
@NullMarked
package yunhe.notifications.channel;

import org.jspecify.annotations.NullMarked;

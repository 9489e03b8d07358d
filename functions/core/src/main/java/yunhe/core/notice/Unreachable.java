package yunhe.core.notice;

import java.time.Instant;
import yunhe.core.activity.RegistrationId;

/**
 * An address that a provider refused for good.
 *
 * @param reason the provider's code
 */
public record Unreachable(RegistrationId about, NoticeRecord.Channel channel, String reason, Instant at) {}

package yunhe.core.broken;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Breaks what a rule forbids, to show that the rule sees it. */
public record KnowsTooMuch(
        DynamoDbClient client,
        APIGatewayV2HTTPEvent event,
        yunhe.pages.broken.Known pages,
        yunhe.signin.broken.Known signin,
        yunhe.gatherings.broken.Known gatherings,
        yunhe.roadshow.broken.Known roadshow,
        yunhe.checkin.broken.Known checkin,
        yunhe.lodging.broken.Known lodging,
        yunhe.reminders.broken.Known reminders,
        yunhe.notifications.broken.Known notifications,
        yunhe.notices.broken.Known notices,
        yunhe.web.broken.BrokenHandler cycle) {

    public Instant now() {
        return Instant.now();
    }
}

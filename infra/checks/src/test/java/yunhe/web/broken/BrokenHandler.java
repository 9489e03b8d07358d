package yunhe.web.broken;

import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import yunhe.core.broken.KnowsTooMuch;

/** Speaks with the store by itself. */
public record BrokenHandler(GetItemRequest request, KnowsTooMuch cycle) {}
